import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';
import { personalShape } from '../log/guard';
import { pageFromHtml } from '../page/from-html';
import { addressPage } from '../page/page';
import { parseJson } from '../page/parse-json';
import { looked } from '../page/read-page';
import type { Rulebook } from '../rulebook/rulebook';
import { largestCase } from './largest-case';
import { madeId } from './made-ids';
import { pageHtml } from './page-html';
import { redactPage } from './redact-page';
import { type CaseFile, caseFormat, caseId, type Expected } from './wrong-case';

const short = v.pipe(v.string(), v.maxLength(60));
const judged = { kind: short, basket: short, processor: short };
const schema = v.strictObject({
  format: v.literal(caseFormat),
  case: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^wrong-\d{4}-\d\d-\d\d-[0-9a-f]{12}$/)),
    url: v.pipe(v.string(), v.maxLength(2000), v.url()),
    html: v.optional(short),
    date: v.pipe(
      v.string(),
      v.regex(/^\d{4}-\d\d-\d\d$/),
      v.check((day) => readMoment(day) !== null, 'no such day'),
    ),
    nature: v.picklist(['real page, redacted', 'real address, redacted']),
    expect: v.strictObject({
      basket: v.tuple([v.picklist(['yes', 'no', 'unknown'])]),
      processor: v.tuple([v.picklist(['tokopedia', 'tiktok-shop', 'none', 'unknown'])]),
    }),
  }),
  page: v.nullable(v.string()),
  judged: v.strictObject({ ...judged, rulebook: short, extension: short }),
  redacted: v.strictObject({ ...judged, same: v.boolean() }),
});

/** A file that may be taken, or in words why not. */
export type CheckedCase = { readonly file: CaseFile } | { readonly problem: string };

/** Checks a case's file: its form, that its id is its own, and that nothing but made-up data is in it. Never throws. */
export function checkCase(text: string, rulebook: Rulebook): CheckedCase {
  if (text.length > largestCase)
    return { problem: `it is larger than ${largestCase / 1e6} million characters` };
  const parsed = v.safeParse(schema, parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue);
    return {
      problem: `it is no case of the format ${caseFormat}${place ? `, at "${place}"` : ''}: ${issue.message}`,
    };
  }
  const file: CaseFile = parsed.output as CaseFile;
  const problem = faultOf(file, rulebook);
  return problem === null ? { file } : { problem };
}

function faultOf({ case: one, page }: CaseFile, { signals, looks, hosts }: Rulebook): string | null {
  const expected = { basket: one.expect.basket[0], processor: one.expect.processor[0] } as Expected;
  if (one.html !== (page === null ? undefined : `pages/${one.id}.html`))
    return 'its case names another page than the one it holds';
  if (one.id !== caseId(one.date, one.url, page, expected))
    return 'it was changed after it was made: its id does not fit what it holds';
  const personal = personalShape(`${one.url} ${page ?? ''}`.replace(madeId, ''));
  if (personal !== null) return `it may hold personal data, of the shape "${personal}"`;
  const read = page === null ? addressPage(one.url) : pageFromHtml(page, one.url, signals);
  // What a redaction would still change is data of a real page.
  const again = redactPage(looked(read, looks), signals, hosts);
  if (again.address !== one.url) return 'its address is not redacted';
  if (pageHtml(again, { signals, looks }) !== page)
    return 'its page is not redacted, or holds more than its data';
  return null;
}
