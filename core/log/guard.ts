/** Shapes that personal data have, whatever field they turn up in. The finder of places in a page knows them too. */
export const personalShapes: readonly (readonly [why: string, shape: RegExp])[] = [
  // A mail address or a person's handle; `@_`, `@{id}` and `@…` are what we leave in their place.
  ['mail', /@(?![_{…/]|$)/],
  ['phone', /(?:\+\s?62|\b0\s?8)[\d\s.-]{5,}/],
  ['long-number', /\d{8,}/],
  ['long-number', /(?:\d[ .-]?){11,}/],
];

/** Which shape of personal data a text has; null for none. The second look, after the whitelist. */
export const personalShape = (text: string): string | null =>
  personalShapes.find(([, shape]) => shape.test(text))?.[0] ?? null;
