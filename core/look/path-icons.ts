export type PathIconName = 'phone' | 'basket' | 'parcel' | 'question';

/** Line drawings on a 24 px grid, in the colour of their text. */
export const pathIcons: Record<PathIconName, string> = {
  phone:
    'M8 2.8h8a1.6 1.6 0 0 1 1.6 1.6v15.2a1.6 1.6 0 0 1-1.6 1.6H8a1.6 1.6 0 0 1-1.6-1.6V4.4A1.6 1.6 0 0 1 8 2.8M10.6 18.4h2.8',
  basket:
    'M3.2 9.6h17.6l-1.7 9.2a1.8 1.8 0 0 1-1.8 1.5H6.7a1.8 1.8 0 0 1-1.8-1.5zM7.6 9.6 11 3.8M16.4 9.6 13 3.8M9.4 13v4M14.6 13v4',
  parcel:
    'M3.6 7.6 12 3.4l8.4 4.2v8.8L12 20.6l-8.4-4.2zM3.6 7.6 12 11.8l8.4-4.2M12 11.8v8.8M7.8 5.5l8.4 4.2v3',
  question:
    'M8.6 9.2a3.4 3.4 0 1 1 5 3c-1.1.6-1.6 1.2-1.6 2.4M12 18v.1M12 21.2a9.2 9.2 0 1 0 0-18.4 9.2 9.2 0 0 0 0 18.4',
};
