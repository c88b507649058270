import type { Page } from 'playwright-core';
import type { DemoBrowser } from '../browser';

/** A screen of the product in one of its states, open in a page that the next one may take over. */
export interface Screen {
  /** `<screen>-<state>`, as in the name of a picture. */
  readonly name: string;
  readonly page: Page;
}

/** Shows screen after screen; whoever takes them may change language, theme and width, and need not put them back. */
export type Screens = AsyncGenerator<Screen, void, undefined>;

export const widths = [360, 412, 1280] as const;
export const languages = ['id', 'en'] as const;
export const themes = ['light', 'dark'] as const;

export const openAll = `for (const fold of document.querySelectorAll('details')) fold.open = true`;

/** Opens a page of the extension and waits for what it must show. */
export async function pageAt(browser: DemoBrowser, path: string, shows: string): Promise<Page> {
  const page = await browser.context.newPage();
  await goTo(browser, page, path, shows);
  return page;
}

export async function goTo(browser: DemoBrowser, page: Page, path: string, shows: string): Promise<void> {
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  await page.waitForSelector(shows);
}

/** Presses the language at the head of the screen, as a person would. */
export async function speak(page: Page, language: string): Promise<void> {
  const button = page.locator(`.languages [lang=${language}]`);
  if ((await button.getAttribute('aria-pressed')) === 'true') return;
  await button.evaluate((element) => (element as unknown as { click(): void }).click());
  await page.waitForSelector(`html[lang=${language}] .languages [lang=${language}][aria-pressed=true]`);
}
