import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';

/** What the popup marks on its way to the paint, in its order: entrypoints/popup-ask.ts, entrypoints/popup/main.tsx. */
const marksOfPopup = ['asked', 'answered', 'loaded', 'drawn'];

/** Milliseconds from opening to the first paint, one for each opening. */
export interface PopupTimes {
  readonly own: readonly number[];
  /** Of ours: from opening to each mark on the way. */
  readonly onTheWay: readonly { readonly mark: string; readonly times: readonly number[] }[];
  /** Of a popup that is one word: what the browser itself takes here and now. */
  readonly bare: readonly number[];
}

/** Opens the popup on a page with a basket, and one of one word, in turn; `rounds` times each after a warm-up of two. */
export async function comparePopups(
  server: DemoServer,
  extensionPath: string,
  scratch: string,
  rounds: number,
): Promise<PopupTimes> {
  const barePath = join(scratch, 'a popup of one word');
  cpSync(extensionPath, barePath, { recursive: true });
  writeFileSync(join(barePath, 'popup.html'), '<!doctype html><title>Bare</title><h1>Pesanan</h1>');
  const opened = await Promise.all(
    [extensionPath, barePath].map(async (path) => {
      const browser = await launchDemoBrowser({ extensionPath: path, ...server });
      const page = await browser.newPage();
      await page.goto(pageNamed('video-basket').address);
      return { browser, page, times: [] as PopupTime[] };
    }),
  );
  try {
    for (let round = -2; round < rounds; round += 1) {
      for (const { browser, page, times } of opened) {
        const time = await popupTime(browser, page);
        if (round >= 0) times.push(time);
      }
    }
  } finally {
    await Promise.all(opened.map(({ browser }) => browser.close()));
  }
  const [own = [], bare = []] = opened.map(({ times }) => times);
  const of = (times: readonly PopupTime[], name: string) => times.map((time) => time[name] ?? Number.NaN);
  return {
    own: of(own, paint),
    onTheWay: marksOfPopup.map((mark) => ({ mark, times: of(own, mark) })),
    bare: of(bare, paint),
  };
}

const paint = 'first-contentful-paint';
/** Milliseconds by the name of a mark, or of the paint. */
type PopupTime = Readonly<Record<string, number>>;

/**
 * Milliseconds from the popup's start of loading until its first paint, which holds the answer: before it the popup
 * paints nothing. @throws when what was painted is no answer
 */
async function popupTime(browser: DemoBrowser, page: Page): Promise<PopupTime> {
  const popup = await browser.openPopup(page);
  try {
    await popup.waitFor(`performance.getEntriesByName('${paint}').length > 0`, 10_000);
    await popup.waitFor(`document.querySelector('h1')?.textContent.length > 0`, 10_000);
    return (await popup.evaluate(
      `Object.fromEntries(['mark', 'paint'].flatMap((type) => performance.getEntriesByType(type)).map(({ name, startTime }) => [name, startTime]))`,
    )) as PopupTime;
  } finally {
    await popup.close();
  }
}
