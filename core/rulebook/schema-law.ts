import * as v from 'valibot';
import { bothLanguages, confidence, day, id, partialDay, sources, webAddress, words } from './fields';

/** A date in the life of a regulation. A `U` date serves to order laws and is never shown. */
const datedBy = <T extends v.GenericSchema<string>>(date: T) => v.strictObject({ date, confidence });

export const regulations = v.array(
  v.strictObject({
    id,
    /** Of one series at most one is in force at a time. */
    series: id,
    number: words,
    short: bothLanguages,
    title: bothLanguages,
    /** Where it was published (Lembaran or Berita Negara), as printed there. */
    gazette: v.nullable(words),
    set: v.nullable(datedBy(partialDay)),
    promulgated: v.nullable(datedBy(partialDay)),
    inForce: datedBy(partialDay),
    revoked: v.nullable(v.strictObject({ date: day, by: id, confidence })),
    /** As of the day it was last looked up. */
    status: v.strictObject({ is: v.picklist(['in-force', 'revoked', 'not-yet-in-force']), checked: day }),
    /** What it is about for a buyer, in one sentence. */
    concerns: bothLanguages,
    official: v.nullable(webAddress),
    sources,
    confidence,
  }),
);

export const provisions = v.array(
  v.strictObject({
    /** `<regulation>-<article>` */
    id,
    regulation: id,
    article: v.pipe(
      v.string(),
      v.regex(/^\d+[a-z]?(\(\d+\))?[a-z]?$/, 'an article is written 21(3), 69 or 18(4)a'),
    ),
    subject: id,
    /** The original Indonesian words; null where only the place of the rule was read. */
    quote: v.nullable(words),
    translation: v.nullable(words),
    plain: bothLanguages,
    /** What the regulation before said: the article, and how its words compare. */
    before: v.nullable(
      v.strictObject({
        wording: v.picklist(['same-words', 'changed', 'not-compared', 'new']),
        article: v.nullable(words),
        /** What exactly differs, where anything does. */
        difference: v.optional(bothLanguages),
      }),
    ),
    caution: v.nullable(v.picklist(['single-copy'])),
    sources,
    confidence,
  }),
);
