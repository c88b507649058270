/**
 * The families of our fonts as components/look/tokens.css names them (a test holds the two together), for what is
 * drawn on a canvas or written into a picture.
 */
export const fontFamilies = {
  text: '"Plus Jakarta Sans", "DejaVu Signs", sans-serif',
  fixed: '"Red Hat Mono", "DejaVu Signs", monospace',
} as const;
