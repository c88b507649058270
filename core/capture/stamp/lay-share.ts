import type { Rect } from '../../personal/personal-place';
import {
  layAnswer,
  layRows,
  layText,
  type Measure,
  type PlacedText,
  stack,
  type TextBlock,
} from './lay-stamp';
import type { StampLines } from './stamp-lines';

/** The two shapes that social media show whole, in pixels. */
export const shareShapes = {
  landscape: { w: 1200, h: 675 },
  portrait: { w: 1080, h: 1350 },
} as const;
export type ShareShape = keyof typeof shareShapes;

export interface ShareLayout {
  readonly texts: readonly PlacedText[];
  /** Where the picture is drawn. */
  readonly box: Rect;
  /** Which part of the picture, in its own pixels: the whole of it, or its upper part. */
  readonly part: Rect;
}

interface Size {
  readonly w: number;
  readonly h: number;
}

const margin = 40;
/** Of the texts, largest first: the first with which everything fits is taken. No fact is ever left out for room. */
const textSizes = [24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10];
/** Pixels: below that a picture shows nothing any more. */
const lowestPicture = { landscape: 230, portrait: 420 };

/** A share picture: a fitting part of the redacted picture, and the facts of the stamp. */
export function layShare(stamp: StampLines, shape: ShareShape, picture: Size, measure: Measure): ShareLayout {
  for (const size of textSizes) {
    const layout =
      shape === 'landscape'
        ? layLandscape(stamp, size, picture, measure)
        : layPortrait(stamp, size, picture, measure);
    if (layout !== null) return layout;
  }
  // Names of hosts have a longest length and sentences are ours: with the smallest text everything fits.
  throw new RangeError('The facts do not fit on a share picture.');
}

/** Picture and answer on the left, the facts on the right. */
function layLandscape(stamp: StampLines, size: number, picture: Size, measure: Measure): ShareLayout | null {
  const { w, h } = shareShapes.landscape;
  const left = { x: margin, width: 640 };
  const right = { x: left.x + left.width + margin, width: w - left.width - 3 * margin };
  const facts = layFacts(stamp, size, { ...right, y: margin }, measure);
  // The answer is larger than the facts, and is what a thumbnail must still show.
  const answer = layAnswer(stamp, { ...left, y: 0 }, Math.max(size, 22), false, measure);
  const note = noteOn(stamp, left, 15, measure);
  const room = h - 2 * margin - answer.height - size;
  if (facts.height > h - 2 * margin || room < lowestPicture.landscape) return null;
  return placed({ texts: facts.texts, left, room, picture, below: answer, gap: size, note });
}

/** The picture above, then the answer, then the facts. */
function layPortrait(stamp: StampLines, size: number, picture: Size, measure: Measure): ShareLayout | null {
  const { w, h } = shareShapes.portrait;
  const left = { x: margin, width: w - 2 * margin };
  const below = stack(0, size, [
    (y) => layAnswer(stamp, { ...left, y }, size * 1.2, false, measure),
    (y) => layFacts(stamp, size, { ...left, y }, measure),
  ]);
  const room = h - 2 * margin - below.height - size;
  if (room < lowestPicture.portrait) return null;
  return placed({ texts: [], left, room, picture, below, gap: size, note: noteOn(stamp, left, 18, measure) });
}

const layFacts = (
  stamp: StampLines,
  size: number,
  place: { readonly x: number; readonly y: number; readonly width: number },
  measure: Measure,
): TextBlock =>
  stack(place.y, size * 0.8, [
    (y) => layRows(stamp.rows, { ...place, y }, size, measure),
    (y) =>
      layText(
        `${stamp.name}. ${stamp.limits}`,
        { ...place, y },
        { size, weight: 400, isCode: false, ink: 'soft' },
        measure,
      ),
  ]);

const noteOn = (
  stamp: StampLines,
  { x, width }: { readonly x: number; readonly width: number },
  size: number,
  measure: Measure,
): TextBlock =>
  layText(stamp.excerpt, { x, y: 0, width }, { size, weight: 600, isCode: false, ink: 'soft' }, measure);

interface Parts {
  readonly texts: readonly PlacedText[];
  readonly left: { readonly x: number; readonly width: number };
  /** Height for the picture, and for the note where it is cut. */
  readonly room: number;
  readonly picture: Size;
  readonly below: TextBlock;
  readonly gap: number;
  readonly note: TextBlock;
}

function placed({ texts, left, room, picture, below, gap, note }: Parts): ShareLayout {
  const whole = fitPicture(picture, { x: left.x, y: margin, w: left.width, h: room });
  const isCut = whole.part.h < picture.h;
  const { box, part } = isCut
    ? fitPicture(picture, { x: left.x, y: margin, w: left.width, h: room - note.height - gap / 2 })
    : whole;
  const under = box.y + box.h + gap / 2;
  const from = isCut ? under + note.height + gap / 2 : under + gap / 2;
  return {
    texts: [...texts, ...(isCut ? moved(note, under) : []), ...moved(below, from)],
    box,
    part,
  };
}

const moved = ({ texts }: TextBlock, by: number): PlacedText[] =>
  texts.map((text) => ({ ...text, y: text.y + by }));

/** As wide as the box, from the top; a small or narrow picture is not blown up beyond its own size to fill it. */
function fitPicture(picture: Size, room: Rect): { readonly box: Rect; readonly part: Rect } {
  const scale = Math.min(room.w / picture.w, Math.max(1, room.h / picture.h));
  const h = Math.min(picture.h, room.h / scale);
  return {
    box: { x: room.x, y: room.y, w: Math.round(picture.w * scale), h: Math.round(h * scale) },
    part: { x: 0, y: 0, w: picture.w, h },
  };
}
