import * as v from 'valibot';
import { bothLanguages, confidence, day, id, moment, partialDay, sources, webAddress, words } from './fields';
import { hosts, lookalike, props, signals } from './schema-pages';

const provision = v.strictObject({
  id,
  subject: id,
  quote: words,
  translation: words,
  plain: bothLanguages,
  caution: v.nullable(v.picklist(['single-copy'])),
  sources,
  confidence,
});

const regulation = v.strictObject({
  id,
  /** Of one series at most one is in force at a time. */
  series: id,
  number: words,
  short: bothLanguages,
  title: bothLanguages,
  inForce: v.strictObject({ date: day, confidence }),
  revoked: v.nullable(v.strictObject({ date: day, by: id, confidence })),
  official: v.nullable(webAddress),
  sources,
  provisions: v.array(provision),
});

export const rulebookSchema = v.strictObject({
  about: v.strictObject({
    format: v.literal(1),
    version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/)),
    reviewed: day,
    staleAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  sources: v.array(
    v.strictObject({ id, title: words, publisher: words, date: partialDay, address: v.nullable(webAddress) }),
  ),
  hosts,
  signals,
  props,
  lookalike,
  phases: v.array(
    v.strictObject({
      id: v.picklist(['own-shop', 'closed', 'transition', 'migrated']),
      from: v.nullable(moment),
      until: v.nullable(moment),
      processor: v.picklist(['tiktok-shop', 'none', 'conflicting', 'as-read']),
      sources,
      confidence,
    }),
  ),
  regulations: v.array(regulation),
  entities: v.array(
    v.strictObject({
      id,
      name: words,
      role: bothLanguages,
      owners: v.array(v.strictObject({ name: words, percent: v.number(), since: day })),
      sources,
      date: day,
      confidence,
    }),
  ),
  help: v.array(
    v.strictObject({
      id,
      name: bothLanguages,
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
  ),
  statements: v.array(
    v.strictObject({
      id,
      subject: id,
      stance: v.picklist(['for', 'against']),
      speaker: bothLanguages,
      says: bothLanguages,
      date: day,
      sources,
      confidence,
    }),
  ),
});
