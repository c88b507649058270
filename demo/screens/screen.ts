import type { DrivenBrowser, DrivenPage } from '../drive/driver';

/** A screen of the product in one of its states, open in a page that the next one may take over. */
interface Screen {
  /** `<screen>-<state>`, as in the name of a picture. */
  readonly name: string;
  readonly page: DrivenPage;
}

/** Shows screen after screen; whoever takes them may change language, theme and width, and need not put them back. */
export type Screens = AsyncGenerator<Screen, void, undefined>;

export const widths = [360, 412, 1280] as const;
export const languages = ['id', 'en'] as const;
export const themes = ['light', 'dark'] as const;

export const openAll = `for (const fold of document.querySelectorAll('details')) fold.open = true`;

/** Rows of one kind are alike: two of each show how they look, and a page of hundreds is not read a dozen times. */
export const openSome = `{
  const opened = {};
  for (const fold of document.querySelectorAll('details')) {
    opened[fold.className] = (opened[fold.className] ?? 0) + 1;
    if (opened[fold.className] <= 2) fold.open = true;
  }
}`;

/** Opens a page of the extension and waits for what it must show. */
export async function pageAt(browser: DrivenBrowser, path: string, shows: string): Promise<DrivenPage> {
  const page = await browser.newPage();
  await goTo(browser, page, path, shows);
  return page;
}

export async function goTo(
  browser: DrivenBrowser,
  page: DrivenPage,
  path: string,
  shows: string,
): Promise<void> {
  await page.goto(browser.address(path));
  await page.waitForSelector(shows);
}

/** Presses the language at the head of the screen, as a person would. */
export async function speak(page: DrivenPage, language: string): Promise<void> {
  const button = `.languages [lang=${language}]`;
  if ((await page.getAttribute(button, 'aria-pressed')) === 'true') return;
  await page.evaluate(`document.querySelector('${button}').click()`);
  await page.waitForSelector(`html[lang=${language}] .languages [lang=${language}][aria-pressed=true]`);
}

/**
 * A script for `addInitScript` that changes the extension's own `api` before the page's scripts use it. Firefox puts it
 * into the page later than the script runs, but before the page's modules do.
 */
export const changedApi = (change: string): string => `{
  const hold = () => {
    for (const api of [globalThis.chrome, globalThis.browser]) if (api?.runtime) { ${change} }
  };
  hold();
  addEventListener('readystatechange', hold, true);
}`;
