/** The mark on a grid of 128, drawn for this product; the handle in two strokes, so that its yellow keeps an edge. */
export const basketDrawing = {
  handle: 'M33 52 49 22c3-5.600 7-8.500 13-8.500h4c6 0 10 2.900 13 8.500l16 30',
  rim: 'M13 45h102a7 7 0 0 1 7 8l-1.300 9a7 7 0 0 1-7 6H14.300a7 7 0 0 1-7-6L6 53a7 7 0 0 1 7-8z',
  body: 'M15.500 68h97l-7.700 40.600A11.500 11.500 0 0 1 93.500 118h-59a11.500 11.500 0 0 1-11.300-9.400z',
  /** Rim and body in one, where a sign stands on it. */
  bowl: 'M13 45h102a7 7 0 0 1 7 8l-1.300 9-15.800 46.600A11.500 11.500 0 0 1 93.500 118h-59a11.500 11.500 0 0 1-11.300-9.400L7.300 62 6 53a7 7 0 0 1 7-8z',
  slats: 'M43 81l3.500 23M85 81l-3.500 23M64 81v23',
} as const;
