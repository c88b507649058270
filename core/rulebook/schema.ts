import * as v from 'valibot';
import { bothLanguages, day, id, partialDay, webAddress, words } from './fields';
import {
  checks,
  entities,
  events,
  figures,
  help,
  ownership,
  phases,
  questions,
  statements,
} from './schema-history';
import { provisions, regulations } from './schema-law';
import { hosts, lookalike, looks, props, signals } from './schema-pages';
import { personal } from './schema-personal';

/** The whole rulebook: a key a file, `about` being rulebook.json. */
export const rulebookSchema = v.strictObject({
  about: v.strictObject({
    format: v.literal(3),
    version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/)),
    reviewed: day,
    staleAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  sources: v.array(
    v.strictObject({
      id,
      title: words,
      publisher: v.union([words, bothLanguages]),
      date: partialDay,
      address: v.nullable(webAddress),
    }),
  ),
  hosts,
  signals,
  looks,
  props,
  personal,
  lookalike,
  phases,
  regulations,
  provisions,
  entities,
  ownership,
  help,
  checks,
  questions,
  statements,
  events,
  figures,
});
