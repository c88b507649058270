import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';

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
export const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));
export const pattern = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Boolean(new RegExp(text));
    } catch {
      return false;
    }
  }, 'not a regular expression'),
);
/** A pattern that names letters of every script. */
export const unicodePattern = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Boolean(new RegExp(text, 'iu'));
    } catch {
      return false;
    }
  }, 'not a regular expression'),
);
/** H: primary text or several independent sources; M: one good source; L: weak; U: not confirmed, never shown. */
export const confidence = v.picklist(['H', 'M', 'L', 'U']);
export const sources = v.pipe(v.array(id), v.minLength(1, 'no fact without a source'));
