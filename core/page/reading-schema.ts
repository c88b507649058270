import * as v from 'valibot';
import { looks } from './look';
import { breakReasons, itemOutcomes, itemPlaces } from './page';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const signalReading = v.strictObject({
  signal: text(80),
  values: v.pipe(v.array(text(1000)), v.maxLength(64)),
  breaks: v.pipe(
    v.array(
      v.strictObject({
        step: v.number(),
        why: v.picklist(breakReasons),
      }),
    ),
    v.maxLength(2048),
  ),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The HTTP status of a page's answer, where it is known. */
const statusSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(999)));
/** One of the looks of what stands in a page's place. */
const lookSchema = v.nullable(v.picklist(looks));

/** What a live room may say: a count below nothing, or a part of one, is none. */
export const roomSchema = v.strictObject({
  hasGoods: v.nullable(v.boolean()),
  productCount: v.nullable(count),
});

const sightSchema = v.strictObject({
  title: text(400),
  heading: text(400),
  text: text(4000),
  marks: text(16_000),
  comments: text(4000),
  scripts: count,
  data: count,
  program: count,
  asksPassword: v.boolean(),
  isLong: v.boolean(),
  // Of files alone.
  isMarkup: v.optional(v.boolean()),
});

/** The shape of a reading, wherever it comes from: neither a page's process nor a damaged store is taken at its word. */
export const readingSchema = v.strictObject({
  address: text(16_384),
  wasRead: v.boolean(),
  marks: v.pipe(v.array(text(80)), v.maxLength(32)),
  states: v.pipe(v.array(text(80)), v.maxLength(32)),
  item: v.strictObject({
    where: v.picklist(itemPlaces),
    caption: v.nullable(text(400)),
    outcome: v.picklist(itemOutcomes),
    signals: v.pipe(v.array(signalReading), v.maxLength(64)),
    shopKeys: v.pipe(v.array(text(80)), v.maxLength(64)),
    missing: v.pipe(v.array(text(80)), v.maxLength(64)),
  }),
  room: v.nullable(roomSchema),
  drawnLink: v.nullable(text(1000)),
  // Readings that were kept before these were read have neither.
  status: v.optional(statusSchema, null),
  look: v.optional(lookSchema, null),
  texts: v.pipe(v.array(signalReading), v.maxLength(64)),
});

/** The shape of what a page's script tells: of the embedded state only; what a room holds is read otherwise. */
export const seenPageSchema = v.strictObject({
  ...v.omit(readingSchema, ['look']).entries,
  room: v.null(),
  sight: v.nullable(sightSchema),
  isLast: v.boolean(),
});
