import browser, { type Tabs } from 'webextension-polyfill';
import type { Extent } from '../../core/capture/shots/frozen-page';
import { TooLate, within } from '../browser/within';
import { takeNoteAway } from '../note/put-note';
import { isCapturing, stopCapture } from './capture-channel';

/** In ms. */
const notePatience = 1000;

/** The commands of the manifest, by their names there. */
const extentOf: Record<string, Extent> = { 'capture-visible': 'visible', 'capture-full': 'full' };

/** What the capture's page is told by its address; null for an address that is no order. */
export interface CaptureOrder {
  readonly tabId: number;
  readonly windowId: number;
  readonly extent: Extent;
}

/**
 * Opens the page that takes the capture, behind the tab that is captured, which stays in front. The page does all of
 * it: the background may be stopped at any time.
 */
export async function openCapture(tab: Tabs.Tab, extent: Extent): Promise<void> {
  const { id, windowId, index, incognito } = tab;
  if (id === undefined || windowId === undefined) throw new Error('no tab');
  // No page of ours opens in a private window: the refusal comes in another one, and names nothing.
  if (incognito) await browser.tabs.create({ url: '/capture.html?refused=private' });
  else {
    // A page that does not answer is refused by the capture's page, in words.
    await within(notePatience, takeNoteAway(id)).catch((cause: unknown) => {
      if (!(cause instanceof TooLate)) throw cause;
    });
    await browser.tabs.create({
      url: `/capture.html?tab=${id}&window=${windowId}&extent=${extent}`,
      windowId,
      index: index + 1,
      active: false,
    });
  }
}

export function readOrder(query: string): CaptureOrder | null {
  const asked = new URLSearchParams(query);
  const [tabId, windowId] = [
    Number(asked.get('tab') ?? Number.NaN),
    Number(asked.get('window') ?? Number.NaN),
  ];
  const extent = asked.get('extent');
  if (!Number.isInteger(tabId) || !Number.isInteger(windowId)) return null;
  return extent === 'visible' || extent === 'full' ? { tabId, windowId, extent } : null;
}

/** Keys that capture; pressed while a capture runs, they stop it. Browsers for phones have no keys for extensions. */
export function captureOnCommand(): void {
  const commands = browser.commands as typeof browser.commands | undefined;
  commands?.onCommand.addListener(async (command, tab) => {
    const extent = extentOf[command];
    if (extent === undefined || tab === undefined) return;
    if (await isCapturing()) stopCapture();
    else await openCapture(tab, extent);
  });
}
