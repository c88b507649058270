import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type PageCommand, type PageLook, pageCommandName } from '../../core/capture/page-command';
import { isTabGone } from '../browser-errors';
import { CaptureRefused } from './capture-refused';

const length = v.pipe(v.number(), v.finite(), v.minValue(-1), v.maxValue(1e8));
const size = v.strictObject({ w: length, h: length });
/** A page's process is not trusted to answer as our script would. */
const lookSchema = v.strictObject({
  layout: v.strictObject({
    viewport: size,
    document: size,
    scroll: v.strictObject({ x: v.pipe(v.number(), v.finite()), y: length }),
    dpr: v.pipe(v.number(), v.minValue(0.05), v.maxValue(50)),
    stuck: v.strictObject({ top: length, bottom: length }),
    fingerprint: v.pipe(v.string(), v.maxLength(40)),
  }),
  stoodAt: length,
  hasMoved: v.boolean(),
  address: v.pipe(v.string(), v.maxLength(65_536)),
});

/** Brings the capture's script into the page. @throws {CaptureRefused} where no script of ours may run. */
export async function enterPage(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: ['/page-layout.js'] })
    .catch((cause: unknown) => {
      throw new CaptureRefused(isTabGone(cause) ? 'page-left' : 'not-permitted', { cause });
    });
}

/** Runs in the page, in the script's own world. */
const run = (name: string, command: PageCommand): unknown =>
  (globalThis as unknown as Record<string, ((command: PageCommand) => unknown) | undefined>)[name]?.(command);

/**
 * Asks the capture's script in the page.
 * @throws {CaptureRefused} `page-left` when the page it was brought into is no longer there.
 */
export async function askCapturedPage(tabId: number, command: PageCommand): Promise<PageLook> {
  const results = await browser.scripting
    .executeScript({ target: { tabId }, func: run as () => unknown, args: [pageCommandName, command] })
    .catch((cause: unknown) => {
      throw new CaptureRefused('page-left', { cause });
    });
  // A fault of our script, which Firefox reports here.
  if (results[0]?.error !== undefined)
    throw new Error('the script in the page failed', { cause: results[0].error });
  const parsed = v.safeParse(lookSchema, results[0]?.result);
  if (!parsed.success) throw new CaptureRefused('page-left', { cause: parsed.issues });
  return parsed.output;
}
