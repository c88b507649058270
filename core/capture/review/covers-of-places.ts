import { joinPlaces } from '../../personal/join-places';
import type { PersonalPlace, Rect } from '../../personal/personal-place';
import type { Cover } from './cover';

/** In CSS px: letters reach a little beyond the boxes that browsers tell of. */
const margin = 2;

/**
 * Places of a page as covers over its picture, unreviewed: in whole pixels of the picture, rounded outward. What lies
 * outside of the part that the picture shows is left out, and what several looks at the page found alike is there once.
 */
export function coversOfPlaces(
  places: readonly PersonalPlace[],
  part: Rect,
  scale: number,
  size: { readonly w: number; readonly h: number },
): Cover[] {
  return joinPlaces(places).flatMap((place, index) => {
    const left = Math.max(0, Math.floor((place.x - part.x - margin) * scale));
    const top = Math.max(0, Math.floor((place.y - part.y - margin) * scale));
    const right = Math.min(size.w, Math.ceil((place.x - part.x + place.w + margin) * scale));
    const bottom = Math.min(size.h, Math.ceil((place.y - part.y + place.h + margin) * scale));
    if (right <= left || bottom <= top) return [];
    const rect = { x: left, y: top, w: right - left, h: bottom - top };
    return { id: index + 1, kind: place.kind, by: 'auto', state: 'unreviewed', ...rect };
  });
}
