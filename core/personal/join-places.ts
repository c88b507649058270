import { around, type PersonalPlace } from './personal-place';

/** A person can look at so many suggestions, one by one. */
const mostPlaces = 500;
/** In CSS px: what lies in one band of this height is joined where there are too many places. */
const band = 48;

/**
 * Places in the order in which a page is read, each once. Of places that cover the same the first stays. Where there are
 * more than anybody could look at, those in one row become one: more is covered then, never less.
 */
export function joinPlaces(places: readonly PersonalPlace[]): PersonalPlace[] {
  const single = new Map<string, PersonalPlace>();
  for (const place of places) {
    const key = [place.x, place.y, place.x + place.w, place.y + place.h].map(Math.round).join(' ');
    if (place.w > 0 && place.h > 0 && !single.has(key)) single.set(key, place);
  }
  const once = [...single.values()];
  const few = once.length > mostPlaces ? inBands(once) : once;
  return few.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

function inBands(places: readonly PersonalPlace[]): PersonalPlace[] {
  const rows = new Map<string, PersonalPlace>();
  for (const place of places) {
    const key = `${Math.floor(place.y / band)} ${place.kind}`;
    const row = rows.get(key);
    rows.set(key, row === undefined ? place : { ...around(row, place), kind: row.kind });
  }
  return [...rows.values()];
}
