import type { PersonalPlace } from '../../personal/personal-place';
import type { Shot, ShotPlan } from './plan-shots';

/**
 * The personal places of a page, scrolled to `scrolled`, that a shot's strip shows: cut to the strip, in CSS pixels of
 * the document. A part that sticks is found at every shot and shown by one: only there it counts.
 */
export function placesInStrip(
  places: readonly PersonalPlace[],
  { inDocument, rows }: Shot,
  { scale }: ShotPlan,
): PersonalPlace[] {
  const from = inDocument / scale;
  const until = (inDocument + rows) / scale;
  return places.flatMap((place) => {
    const y = Math.max(place.y, from);
    const h = Math.min(place.y + place.h, until) - y;
    return h > 0 ? [{ ...place, y, h }] : [];
  });
}
