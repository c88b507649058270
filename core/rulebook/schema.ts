import * as v from 'valibot';
import { bothLanguages, day, id, partialDay, webAddress, words } from './fields';
import * as history from './schema-history';
import * as law from './schema-law';
import * as pages from './schema-pages';
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
  ...pages,
  personal,
  ...law,
  ...history,
});
