/** A rectangle. In CSS pixels of the whole document, or in pixels of the picture, as is said where it is used. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The smallest rectangle around both. */
export function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** What of a page may concern a person. `frame`, `canvas` and `unread`: what is drawn there could not be read.
 * `changed`: it changed or moved while the picture was taken, so that what the picture shows there was not searched. */
export const personalKinds = [
  'account-name',
  'handle',
  'phone',
  'mail',
  'address',
  'number',
  'form-value',
  'avatar',
  'frame',
  'canvas',
  'changed',
  'unread',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A place where personal data was found. It holds where it is, never what it is. */
export interface PersonalPlace extends Rect {
  readonly kind: PersonalKind;
}
