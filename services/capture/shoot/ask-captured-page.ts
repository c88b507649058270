import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type PageCommand, type PageLook, pageCommandName } from '../../../core/capture/shots/page-command';
import { hasCommand, runCommand } from '../../../in-page/shots/run-command';
import { isTabGone } from '../../browser/browser-errors';
import { TooLate, within } from '../../browser/within';
import { CaptureRefused } from './capture-refused';

const length = v.pipe(v.number(), v.finite(), v.minValue(-1), v.maxValue(1e8));
const pixels = v.pipe(v.number(), v.finite());
/** A box in a page, in CSS pixels, as a script in it tells it. */
export const boxFields = { x: pixels, y: pixels, w: pixels, h: pixels };
const boxes = v.pipe(v.array(v.strictObject(boxFields)), v.maxLength(2000));
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
  changed: boxes,
  repeated: boxes,
  isOverlaid: v.boolean(),
  partChanged: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  hasOtherData: v.boolean(),
  scrollsInside: v.boolean(),
  address: v.pipe(v.string(), v.maxLength(65_536)),
});

/** Longest wait for a command, in ms: it waits for paints and pictures itself; a full page is walked down first. */
const patience = 15_000;
const patienceToWalk = 150_000;
const patienceFor = (command: PageCommand): number => {
  if (command.do === 'go') return patience + command.wait;
  return command.do === 'begin' && command.extent === 'full' ? patienceToWalk : patience;
};

/** Brings the capture's script into the page. @throws {CaptureRefused} where no script of ours may run. */
export async function enterPage(tabId: number): Promise<void> {
  const asked = browser.scripting.executeScript({ target: { tabId }, files: ['/page-layout.js'] });
  await within(patience, asked).catch((cause: unknown) => {
    if (cause instanceof TooLate) throw new CaptureRefused('page-busy', { cause });
    throw new CaptureRefused(isTabGone(cause) ? 'page-left' : 'not-permitted', { cause });
  });
}

/**
 * Asks the capture's script in the page.
 * @throws {CaptureRefused} `page-left` when the page it was brought into is no longer there, `page-busy` when it does not
 * answer in time, `not-read` when the script failed.
 */
export async function askCapturedPage(tabId: number, command: PageCommand): Promise<PageLook> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    func: runCommand as () => unknown,
    args: [pageCommandName, command],
  });
  const [answer] = await within(patienceFor(command), asked).catch((cause: unknown) => {
    throw new CaptureRefused(cause instanceof TooLate ? 'page-busy' : 'page-left', { cause });
  });
  if (answer === undefined || answer.result === 'gone') throw new CaptureRefused('page-left');
  // Chromium gives no result where our script failed, Firefox says why.
  const parsed = v.safeParse(lookSchema, answer.result);
  if (!parsed.success)
    throw new CaptureRefused(await whyUnread(tabId), { cause: answer.error ?? parsed.issues });
  return parsed.output;
}

/** Why nothing was read: a page that was left no longer has the capture's script. */
export async function whyUnread(tabId: number): Promise<'page-left' | 'not-read'> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    func: hasCommand as () => unknown,
    args: [pageCommandName],
  });
  const [answer] = await within(patience, asked).catch(() => []);
  return answer?.result === true ? 'not-read' : 'page-left';
}
