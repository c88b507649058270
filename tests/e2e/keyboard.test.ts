import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { walksCode } from '../../demo/fill/walks-code';
import { goTo, openAll, pageAt } from '../../demo/screens/screen';
import { demoStates, openPopupPage, openState } from '../../demo/states';
import { stageHere } from '../builders/stage-here';

let browser: DrivenBrowser;
beforeAll(async () => {
  ({ browser } = await stageHere({ language: 'en' }));
});

/** What has focus, by its tag and classes. */
const focused = (page: DrivenPage) =>
  page.evaluate(
    `document.activeElement.tagName.toLowerCase() + [...document.activeElement.classList].map((name) => '.' + name).join('')`,
  ) as Promise<string>;
const focusIn = (page: DrivenPage, part: string) =>
  page.evaluate(
    `document.activeElement !== document.body && Boolean(document.activeElement.closest('${part}'))`,
  );

async function openPopupOf(name: string): Promise<{ screen: DrivenPage; shop: DrivenPage }> {
  const state = demoStates.find((one) => one.name === name);
  if (!state) throw new Error(`no state ${name}`);
  const { page: shop, popup } = await openState(browser, state);
  return { screen: await openPopupPage(browser, popup, { colorScheme: 'light' }), shop };
}

describe('a reader with a keyboard only', () => {
  test('reaches and opens every row of the popup, and sees where the focus is', async () => {
    const { screen, shop } = await openPopupOf('tokopedia-video');
    const wanted = await screen.locator('.folds .fold').count();
    expect(wanted).toBeGreaterThanOrEqual(5);
    const opened = new Set<string>();
    const outlines = new Set<string>();
    for (let presses = 0; presses < 140 && opened.size < wanted; presses += 1) {
      await screen.keyboard.press('Tab');
      outlines.add(String(await screen.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)));
      const fold = await screen.evaluate(
        `document.activeElement.matches('.fold > summary') && document.activeElement.parentElement.className`,
      );
      if (typeof fold !== 'string' || opened.has(fold)) continue;
      await screen.keyboard.press('Enter');
      opened.add(fold);
    }
    expect(opened.size).toBe(wanted);
    expect(await screen.locator('.folds .fold[open]').count()).toBe(wanted);
    expect([...outlines]).not.toContain('none');
    await screen.close();
    await shop.close();
  });
});

describe('focus is never lost', () => {
  test('the popup’s choice takes it, and gives it back when it is closed', async () => {
    const { screen, shop } = await openPopupOf('tokopedia-video');
    await screen.focus('.to-capture');
    await screen.keyboard.press('Enter');
    await expect.poll(() => focused(screen)).toBe('button.visible');
    await screen.focus('.capture-choice .close');
    await screen.keyboard.press('Enter');
    await expect.poll(() => focused(screen)).toBe('button.to-capture');
    await screen.close();
    await shop.close();
  });

  test('a question in the logbook takes it to the answer that does no harm, and back', async () => {
    const page = await pageAt(browser, 'logbook.html', '.consent');
    await page.evaluate(await walksCode());
    await page.evaluate(`recordWalks.fillWalks('2026-11-20', 1, 3)`);
    await page.reload();
    await page.waitForSelector('.flow-row');
    await page.focus('.export > .quiet');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('button.quiet');
    expect(await focusIn(page, '.sure')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusIn(page, '.sure')).toBe(false);
    await expect.poll(() => focused(page)).toBe('button.quiet');
    expect(await focusIn(page, '.export')).toBe(true);
    await page.close();
  });

  test('a flow whose rows are erased under it keeps it', async () => {
    const page = await pageAt(browser, 'logbook.html', '.flow-row');
    await page.focus('.flow-row');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.flow-detail');
    const erase = '.flow-detail > .quiet, .flow-detail .actions .quiet';
    const last = (await page.locator(erase).count()) - 1;
    await page.evaluate(`document.querySelectorAll('${erase}')[${last}].focus()`);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusIn(page, '.flow-detail .sure')).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.log-rows .quiet').count()).toBe(0);
    await expect.poll(() => page.locator('.flow-detail .sure').count()).toBe(0);
    await expect.poll(() => focusIn(page, 'section, main')).toBe(true);
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
    await page.close();
  });
});

describe('the look-alike screen by keyboard', () => {
  test('leads to the way out first, and Enter closes the page that imitates', async () => {
    const { screen, shop } = await openPopupOf('look-alike');
    const stops: string[] = [];
    for (let presses = 0; presses < 12 && stops.at(-1) !== 'button.leave.primary'; presses += 1) {
      await screen.keyboard.press('Tab');
      stops.push((await focused(screen)).replace('.primary.leave', '.leave.primary'));
    }
    expect(stops.at(-1)).toBe('button.leave.primary');
    expect(stops.length).toBeLessThanOrEqual(4);
    const closed = shop.waitForEvent('close');
    await screen.keyboard.press('Enter').catch(() => undefined);
    await closed;
    await screen.close().catch(() => undefined);
  });
});

describe('a screen that opens', () => {
  /** Whether the browser itself measures what moves; it is named where it does not. */
  const measures = async (page: DrivenPage, skip: (why: string) => void) => {
    const known = await page.evaluate(`PerformanceObserver.supportedEntryTypes.includes('layout-shift')`);
    if (known === true) return;
    await page.close();
    skip(`${browser.name} does not measure layout shifts`);
  };
  const watchShifts = `globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries())
        if (!hadRecentInput) shifts.push([value, ...sources.map(({ node }) => node?.className ?? '')]);
    }).observe({ type: 'layout-shift', buffered: true });`;

  test.for([
    ['history.html', '.timeline svg'],
    ['logbook.html', '.flow-row'],
    ['monitor.html', '.chart svg'],
    ['gallery.html', '.empty'],
    ['compare.html', '.two'],
    ['verifier.html', '.picker'],
    ['capture.html?refused=private', '.refused'],
  ] as const)('moves nothing once it is drawn: %s', async ([path, shows], { skip }) => {
    const page = await browser.newPage();
    await measures(page, skip);
    await page.addInitScript(watchShifts);
    await goTo(browser, page, path, shows);
    // What comes late would come within the next frames of an idle page.
    await page.evaluate(
      'new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done))))',
    );
    expect(await page.evaluate('shifts')).toEqual([]);
    await page.close();
  });

  test('moves nothing once it is drawn: the popup', async ({ skip }) => {
    await measures(await browser.newPage(), skip);
    const { screen, shop } = await openPopupOf('tokopedia-video');
    await screen.addInitScript(watchShifts);
    await screen.reload();
    await screen.waitForSelector('.answer');
    await screen.evaluate(
      'new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done))))',
    );
    expect(await screen.evaluate('shifts')).toEqual([]);
    await screen.close();
    await shop.close();
  });

  test('moves nothing for a reader who asked for less motion', async () => {
    const { screen, shop } = await openPopupOf('tokopedia-video');
    await screen.emulateMedia({ reducedMotion: 'reduce' });
    await screen.evaluate(openAll);
    expect(await screen.evaluate('document.getAnimations().length')).toBe(0);
    const moving = `[...document.querySelectorAll('*')].flatMap((element) => [element, [element, '::before'], [element, '::after']].map((one) => {
      const style = Array.isArray(one) ? getComputedStyle(...one) : getComputedStyle(one);
      return style.transitionDuration + style.animationName;
    })).filter((style) => !/^(0s(, )?)+none$/.test(style))`;
    expect(await screen.evaluate(moving)).toEqual([]);
    await screen.emulateMedia({ reducedMotion: 'no-preference' });
    await screen.close();
    await shop.close();
  });
});
