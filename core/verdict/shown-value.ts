/**
 * A page's own text as evidence: short, and without what would turn round, hide or break off the words beside it
 * (control characters, direction marks, zero-width characters, halves of letters).
 */
export const shownValue = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�');
