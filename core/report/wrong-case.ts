import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Page } from '../page/page';
import type { Rulebook } from '../rulebook/rulebook';
import type { Basket, Processor, Verdict } from '../verdict/verdict';
import { pageHtml } from './page-html';

export const caseFormat = 'di-balik-keranjang/case/1';

/** What a person says the answer should be. */
export interface Expected {
  readonly basket: Exclude<Basket, 'conflicting'>;
  readonly processor: Exclude<Processor, 'conflicting'>;
}

/** A judged case as a line of cases.ndjson: of each field the accepted values. */
interface JudgedCase {
  readonly id: string;
  readonly url: string;
  readonly html?: string;
  readonly date: string;
  readonly nature: string;
  readonly expect: { readonly basket: readonly string[]; readonly processor: readonly string[] };
}

type Judged = Pick<Verdict, 'kind' | 'basket' | 'processor'>;

/** A case with its page, in one file. */
export interface CaseFile {
  readonly format: typeof caseFormat;
  readonly case: JudgedCase;
  /** The redacted page itself; null where only the address was judged. */
  readonly page: string | null;
  /** How the real page was judged, by which rules. */
  readonly judged: Judged & { readonly rulebook: string; readonly extension: string };
  /** How the redacted page is judged by the same rules, and whether that is the same. */
  readonly redacted: Judged & { readonly same: boolean };
}

const judgedOf = ({ kind, basket, processor }: Verdict): Judged => ({ kind, basket, processor });

/** What of a verdict the redaction must leave as it was. */
const essence = ({ kind, basket, processor, drift, unread }: Verdict): string =>
  JSON.stringify([kind, basket, processor, drift.map(({ rule }) => rule), unread.map(({ why }) => why)]);

/** The id says what the case holds: two of the same are the same case. */
export function caseId(date: string, url: string, page: string | null, expected: Expected): string {
  const parts = JSON.stringify([url, page, expected.basket, expected.processor]);
  return `wrong-${date}-${bytesToHex(sha256(utf8ToBytes(parts))).slice(0, 12)}`;
}

interface Wrong {
  readonly verdict: Verdict;
  /** The redacted page. */
  readonly page: Page;
  readonly expected: Expected;
  readonly extension: string;
  /** Judges the file's page as anybody will who has the file. */
  readonly judgeFile: (html: string | null, url: string) => Verdict;
}

/** The file of a page that was judged wrong. */
export function wrongCase(
  { verdict, page, expected, extension, judgeFile }: Wrong,
  rules: Pick<Rulebook, 'signals' | 'looks'>,
): CaseFile {
  const html = pageHtml(page, rules);
  const id = caseId(verdict.date, page.address, html, expected);
  const again = judgeFile(html, page.address);
  return {
    format: caseFormat,
    case: {
      id,
      url: page.address,
      ...(html === null ? {} : { html: `pages/${id}.html` }),
      date: verdict.date,
      nature: html === null ? 'real address, redacted' : 'real page, redacted',
      expect: { basket: [expected.basket], processor: [expected.processor] },
    },
    page: html,
    judged: { ...judgedOf(verdict), rulebook: verdict.rulebook.version, extension },
    redacted: { ...judgedOf(again), same: essence(again) === essence(verdict) },
  };
}
