import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';
import { bothLanguages, bound, day, id, partialDay, webAddress, words } from './fields';
import * as history from './schema-history';
import * as law from './schema-law';
import * as pages from './schema-pages';
import { personal } from './schema-personal';

/** The day in a version: 2026.11.30.1 → 2026-11-30. */
export const dayOfVersion = (version: string): string => version.slice(0, 10).replaceAll('.', '-');

/** The whole rulebook: a key a file, `about` being rulebook.json. */
export const rulebookSchema = v.strictObject({
  about: v.strictObject({
    format: v.literal(3),
    version: v.pipe(
      v.string(),
      v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d{1,3})?$/),
      v.check(
        (version) => readMoment(dayOfVersion(version)) !== null,
        'a version is the day on which it was made',
      ),
    ),
    reviewed: day,
    staleAfterDays: bound(730),
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
