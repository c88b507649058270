import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Page } from '../../core/page/page';
import { isShape } from '../../core/report/is-shape';
import { redactPage } from '../../core/report/redact-page';
import type { Shape } from '../../core/report/shape-of';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { TooLate, within } from '../browser/within';
import { askPage } from '../messages';

/** The page could not be asked: it was left, or takes no script of ours. */
export class PageUnread extends Error {
  override readonly name = 'PageUnread';
}

/** Longest wait for a page to be read and redacted, in ms. */
const patience = 20_000;

const shapesSchema = v.record(v.pipe(v.string(), v.maxLength(80)), v.custom<Shape>(isShape));
const short = v.pipe(v.string(), v.maxLength(2000));
const pageSchema = v.strictObject({
  address: short,
  states: v.nullable(
    v.record(v.pipe(v.string(), v.maxLength(80)), v.pipe(v.string(), v.maxLength(4_000_000))),
  ),
  marks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(32)),
  drawnLink: v.nullable(short),
  status: v.null(),
  sight: v.null(),
});

async function askScript(tabId: number, file: string): Promise<unknown> {
  const asked = browser.scripting.executeScript({ target: { tabId }, files: [file] });
  const [answer] = await within(patience, asked).catch((cause: unknown) => {
    const isLate = cause instanceof TooLate;
    throw new PageUnread(
      isLate ? 'the page did not answer in time' : 'no script of ours may run in this page',
      {
        cause,
      },
    );
  });
  return answer?.result;
}

/** The shapes of a page's states, computed in the page. @throws {PageUnread} */
export async function readShapes(tabId: number): Promise<Record<string, Shape>> {
  const parsed = v.safeParse(shapesSchema, await askScript(tabId, '/state-shape.js'));
  if (!parsed.success) throw new PageUnread('the page answered in a shape we do not know');
  return parsed.output;
}

/** A page as it may be kept in a file, redacted in the page, with how it was answered and what it looks like. @throws {PageUnread} */
export async function readRedactedPage(tabId: number): Promise<Page> {
  const [answer, { status, look }] = await Promise.all([
    askScript(tabId, '/page-redactor.js'),
    askPage(tabId).catch((cause: unknown) => {
      throw new PageUnread('no script of ours answers in this page', { cause });
    }),
  ]);
  const parsed = v.safeParse(pageSchema, answer);
  if (!parsed.success) throw new PageUnread('the page answered in a shape we do not know');
  return redacted({ ...parsed.output, status, sight: look });
}

/** A page's process is not trusted to redact as our script would: what is redacted already stays as it is. */
export const redacted = (page: Page): Page => {
  const { signals, hosts } = builtInRulebook;
  return redactPage(page, signals, hosts);
};
