import * as v from 'valibot';
import { bothLanguages, confidence, day, id, moment, sources, words } from './fields';

export const phases = v.array(
  v.strictObject({
    id: v.picklist(['not-yet', 'own-shop', 'closed', 'transition', 'migrated']),
    from: v.nullable(moment),
    until: v.nullable(moment),
    processor: v.picklist(['tiktok-shop', 'none', 'conflicting', 'as-read']),
    /** The event that began it; null for what was there before. */
    event: v.nullable(id),
    sources,
    confidence,
  }),
);

/** What happened on a day: the points of the timeline. */
export const events = v.array(
  v.strictObject({
    id,
    date: day,
    lane: v.picklist(['rule', 'shop', 'company', 'authority']),
    title: bothLanguages,
    text: bothLanguages,
    sources,
    confidence,
  }),
);

/** The percentages of the migration as they were said; what was counted changed from one to the next. */
export const figures = v.array(
  v.strictObject({
    id,
    date: day,
    percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
    precision: v.picklist(['exact', 'about', 'almost', 'over']),
    speaker: bothLanguages,
    /** What the figure was said to measure. */
    measures: bothLanguages,
    sources,
    confidence,
  }),
);

export const entities = v.array(
  v.strictObject({
    id,
    name: words,
    /** One role a record: what the company is or does, since when it was said. */
    roles: v.array(v.strictObject({ id, text: bothLanguages, date: day, sources, confidence })),
  }),
);

/** Who holds how much of a company; of one owner's shares at most one holds at a time. */
export const ownership = v.array(
  v.strictObject({
    id,
    company: id,
    owner: id,
    percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
    from: day,
    until: v.nullable(day),
    /** The last day a source confirmed it. */
    confirmed: day,
    sources,
    confidence,
  }),
);

/** Questions that sources answer in two ways, and whether anybody decided them. */
export const questions = v.array(
  v.strictObject({
    id,
    question: bothLanguages,
    /** What is known of a decision, as of `checked`. */
    ruling: bothLanguages,
    /** The day from which it can be asked at all. */
    arises: day,
    checked: day,
  }),
);

export const statements = v.array(
  v.strictObject({
    id,
    question: id,
    /** `mixed` where one and the same statement says both. */
    stance: v.picklist(['for', 'against', 'mixed']),
    by: v.picklist(['ministry', 'company', 'minister', 'researcher', 'authority', 'press']),
    speaker: bothLanguages,
    /** Reads on from "says: ". */
    says: bothLanguages,
    /** The speaker's own Indonesian words, where they were quoted. */
    quote: v.nullable(words),
    date: day,
    sources,
    confidence,
  }),
);

/** What a buyer can look up without us, and when somebody last saw it. */
export const checks = v.array(v.strictObject({ id, text: bothLanguages, seen: day, sources, confidence }));

export const help = v.array(
  v.strictObject({
    id,
    name: bothLanguages,
    /** What it helps with, in one sentence. */
    text: bothLanguages,
    /** What one turns there with: an order, or an address that imitates a genuine one. */
    with: v.pipe(v.array(v.picklist(['order', 'imitation'])), v.minLength(1)),
    contacts: v.array(
      v.strictObject({
        kind: v.picklist(['whatsapp', 'telephone', 'e-mail', 'page']),
        text: words,
        link: v.nullable(v.pipe(v.string(), v.regex(/^(https|mailto|tel):/))),
      }),
    ),
    checked: day,
    sources,
    confidence,
  }),
);
