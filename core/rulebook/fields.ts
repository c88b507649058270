import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';
import { readsTwice, repeatsRepeats } from './pattern-cost';

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9()-]*$/, 'an id is lower case with dashes'));
export const day = v.pipe(
  v.string(),
  v.check(
    (text) => text.length === 10 && readMoment(text) !== null,
    'not a day that exists, written YYYY-MM-DD',
  ),
);
export const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/, 'a moment is written in WIB, +07:00'),
);
export const partialDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((text) => readMoment(`${text}-01-01`.slice(0, 10)) !== null, 'not a day that exists'),
);
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const bothLanguages = v.strictObject({ id: words, en: words });
/** Without a user before the host: `https://tokopedia.com@elsewhere.example/` reads like another site. */
export const webAddress = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url(),
  v.regex(/^https?:\/\/[^/?#@]+([/?#]|$)/, 'an address of the web without a user part'),
);
/** Characters: twice the longest pattern there is. */
const longestPattern = 1500;
const patternFor = (flags: string) =>
  v.pipe(
    v.string(),
    v.maxLength(longestPattern),
    v.check((text) => {
      try {
        return Boolean(new RegExp(text, flags));
      } catch {
        return false;
      }
    }, 'not a regular expression'),
    v.check((text) => !repeatsRepeats(text), 'repeats what repeats: it may take for ever'),
    v.check(
      (text) => !readsTwice(text, flags),
      'reads one text in two ways, many times: it may take for ever',
    ),
  );
export const pattern = patternFor('');
/** A pattern that names letters of every script. */
export const unicodePattern = patternFor('iu');
/** A whole number of at least 1 that a file of rules may set, with a ceiling: what it limits runs in people's pages. */
export const bound = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
/** H: primary text or several independent sources; M: one good source; L: weak; U: not confirmed, never shown. */
export const confidence = v.picklist(['H', 'M', 'L', 'U']);
export const sources = v.pipe(v.array(id), v.minLength(1, 'no fact without a source'));
