import { type PathIconName, pathIcons } from '../../core/look/path-icons';

export const PathIcon = ({ name }: { name: PathIconName }) => (
  <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" class="path-icon">
    <path
      d={pathIcons[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
