import * as v from 'valibot';
import { archivedCopies } from './archived-copy';
import { utf8ToBytes } from './bytes';
import { hashText } from './hash-text';

const pixel = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const text = v.pipe(v.string(), v.maxLength(2000));

/** One mark over the frozen picture, in its pixels from the upper left corner. */
const note = v.variant('kind', [
  v.strictObject({ kind: v.literal('arrow'), x1: pixel, y1: pixel, x2: pixel, y2: pixel, text }),
  v.strictObject({ kind: v.literal('box'), x: pixel, y: pixel, w: pixel, h: pixel, text }),
  v.strictObject({ kind: v.literal('text'), x: pixel, y: pixel, text }),
]);
export type Note = v.InferOutput<typeof note>;

/** The layer of notes: signed by itself, bound to the capture by the hash of its archive. */
export const notesSchema = v.pipe(
  v.strictObject({
    /** 1.1.0 has copies that archives hold, and may have no marks. */
    notes_version: v.picklist(['1.0.0', '1.1.0']),
    capture_id: v.string(),
    wacz_sha256: hashText,
    written_utc: v.pipe(v.string(), v.isoTimestamp()),
    by: v.nullable(text),
    notes: v.pipe(v.array(note), v.maxLength(500)),
    archived: v.optional(archivedCopies),
  }),
  v.check(({ notes, archived = [] }) => notes.length + archived.length > 0, 'an empty layer'),
);
export type Notes = v.InferOutput<typeof notesSchema>;

export const notesJson = (notes: Notes): Uint8Array => utf8ToBytes(`${JSON.stringify(notes, null, 2)}\n`);

/** Whether every mark lies on a picture of that size. */
export const lieOn = ({ notes }: Notes, { w, h }: { readonly w: number; readonly h: number }): boolean =>
  notes.every((mark) => {
    if (mark.kind === 'arrow') return Math.max(mark.x1, mark.x2) <= w && Math.max(mark.y1, mark.y2) <= h;
    if (mark.kind === 'box') return mark.x + mark.w <= w && mark.y + mark.h <= h;
    return mark.x <= w && mark.y <= h;
  });
