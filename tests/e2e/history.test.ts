import { beforeAll, describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { demoStates, openState } from '../../demo/states';
import { stageHere } from '../builders/stage-here';

describe('the page "how it came to this"', () => {
  let browser: DrivenBrowser;
  let page: DrivenPage;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
  });

  const open = async (query = ''): Promise<DrivenPage> => {
    page = await browser.newPage();
    await page.goto(browser.address(`history.html${query}`));
    await page.waitForSelector('main.history');
    return page;
  };
  const answer = () => page.textContent('.answer');
  const focused = () => page.evaluate(`document.activeElement.getAttribute('aria-label')`);
  /** The times that the drawing shows, by its axis. */
  const axis = () => page.locator('.axis text').allTextContents();

  test('opens from the popup on the day of its verdict', async () => {
    const state = demoStates.find(({ name }) => name === 'tokopedia-video');
    if (!state) throw new Error('no such state');
    const { page: shop, popup } = await openState(browser, state);
    const opened = browser.nextPage();
    // The popup closes as the new tab comes to the front, before it can answer.
    await popup.evaluate(`document.querySelector('.to-history').click()`).catch(() => undefined);
    page = await opened;
    await page.waitForSelector('main.history');
    expect(await answer()).toContain('processed by PT Tokopedia');
    expect(await page.inputValue('input[type=date]')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await page.close();
    await shop.close();
  });

  test.each([
    ['2020-12-01', 'There was no such shop yet', 'Trade Minister Regulation 50/2020'],
    ['2022-03-01', 'took orders itself', 'Trade Minister Regulation 50/2020'],
    ['2023-11-01', 'was closed', 'Trade Minister Regulation 31/2023, Article 21(3)'],
    ['2024-02-21', 'sources disagree', 'Trade Minister Regulation 31/2023, Article 21(3)'],
    ['2026-06-08', 'processed by PT Tokopedia', 'Trade Minister Regulation 19/2026, Article 25(3)'],
  ])('answers for %s in words and law, and keeps the day in its address', async (day, words, rule) => {
    await open();
    await page.fill('input[type=date]', day);
    await expect.poll(answer).toContain(words);
    expect(await page.textContent('.columns .rule-line')).toContain(rule);
    expect(await page.url()).toContain(`?date=${day}`);
    await page.reload();
    await page.waitForSelector('main.history');
    expect(await answer()).toContain(words);
    await page.close();
  });

  test('says at what hour the answer changed, on the day it did', async () => {
    await open('?date=2023-10-04');
    expect(await page.textContent('.answer-card')).toContain('17.00 WIB');
    await page.close();
  });

  test('gives today for a day that does not exist', async () => {
    await open('?date=2026-02-30%3Cimg%20src%3Dx%3E');
    expect(await answer()).toContain('processed by PT Tokopedia');
    await page.close();
  });

  test('draws every event and figure as a point that opens a source', async () => {
    await open();
    await page.click('.tool-whole');
    const points = rulebook.events.length + rulebook.figures.length;
    expect(await page.locator('.timeline .point').count()).toBe(points);
    const linked = (await page.evaluate(
      `[...document.querySelectorAll('.timeline a.point')].map((point) => point.getAttribute('href'))`,
    )) as string[];
    for (const address of linked) expect(address).toMatch(/^https?:\/\//);
    const unlinked = (await page.evaluate(
      `[...document.querySelectorAll('.timeline g.point')].map((point) => point.getAttribute('aria-label'))`,
    )) as string[];
    for (const name of unlinked) expect(name).toContain('has no web page');
    expect(linked.length).toBeGreaterThan(25);
    await page.close();
  });

  test('is walked and zoomed by keyboard alone', async () => {
    await open();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches('.timeline .point')`)) break;
    }
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).not.toBe(first);
    expect(await page.textContent('.timeline-card h3')).toBe(String(await focused()).replace(/^[^:]+: /, ''));
    const opening = await axis();
    await page.keyboard.press('0');
    const wide = await axis();
    expect(wide, 'it begins where the story does').not.toEqual(opening);
    expect(new Set(opening as string[]).size, 'no year is named twice').toBe((opening as string[]).length);
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('+');
    const near = await axis();
    expect(near).not.toEqual(wide);
    await page.keyboard.press('-');
    expect(await axis()).not.toEqual(near);
    await page.keyboard.press('0');
    expect(await axis()).toEqual(wide);
    await page.keyboard.press('End');
    await expect.poll(focused).toContain('2026');
    // Zoomed in, the next point may lie outside: the window follows it.
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('+');
    await page.keyboard.press('Home');
    await expect.poll(focused).toContain('17 April 2021');
    expect(await page.locator('.point.chosen').count()).toBe(1);
    const source = await page.getAttribute('.point.chosen', 'href');
    const opened = browser.nextPage();
    await page.keyboard.press('Enter');
    const tab = await opened;
    // No host but the demo's resolves here: the new tab shows where it was sent.
    await expect.poll(() => tab.url()).toMatch(/^(https?|chrome-error|about):/);
    expect(source).toMatch(/^https?:/);
    await tab.close();
    await page.close();
  });

  test('copies a citation at one press, as text and as CSL-JSON', async () => {
    await open('?date=2026-11-24');
    const buttons = page.locator('.columns .saying .copy');
    await buttons.nth(0).click();
    await expect.poll(() => buttons.nth(0).textContent()).toContain('Copied');
    const text = String(await browser.clipboardText(page));
    expect(text).toContain(`Quoted from rulebook ${rulebook.about.version}`);
    await buttons.nth(1).click();
    await expect.poll(async () => String(await browser.clipboardText(page))).toContain('[');
    const items = JSON.parse(String(await browser.clipboardText(page)));
    expect(items[0]).toMatchObject({ type: 'webpage', issued: expect.anything() });
    await page.close();
  });

  test('asks nobody for anything', async () => {
    const asked: string[] = [];
    await open();
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector('.timeline svg');
    expect(asked.filter((address) => !/^(chrome|moz)-extension:/.test(address))).toEqual([]);
    await page.close();
  });
});
