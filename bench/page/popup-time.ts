import type { Page } from 'playwright-core';
import type { DemoBrowser } from '../../demo/browser';

/**
 * Milliseconds from the popup's start of loading until its first paint, which holds the answer: before it the popup
 * paints nothing. @throws when what was painted is no answer
 */
export async function popupTime(browser: DemoBrowser, page: Page): Promise<number> {
  const popup = await browser.openPopup(page);
  try {
    await popup.waitFor(`performance.getEntriesByName('first-contentful-paint').length > 0`, 10_000);
    await popup.waitFor(`document.querySelector('h1')?.textContent.length > 0`, 10_000);
    return Number(
      await popup.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`),
    );
  } finally {
    await popup.close();
  }
}
