/** Line drawings on a 20 px grid, in the colour of their text. */
const drawings = {
  capture:
    'M3 6.5h3l1.4-2h5.2l1.4 2h3a.8.8 0 0 1 .8.8v8a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8v-8a.8.8 0 0 1 .8-.8M10 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  history: 'M2.5 10h15M5 7.5v5M10 7.5v5M15 7.5v5',
  logbook: 'M5 3h10v14H5zM8 6.5h4M8 10h4M3.5 6h3M3.5 14h3',
};

export const ToolIcon = ({ name }: { name: keyof typeof drawings }) => (
  <svg class="tool-icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <path d={drawings[name]} />
  </svg>
);
