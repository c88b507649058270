import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { stageHere } from '../builders/stage-here';
import { stripedAddress, stripedPages } from '../builders/striped-page';
import { endOf, readPicture, startCapture } from '../builders/take-capture';
import { isWholeRun } from '../run/whole-run';

describe('a capture that does not go to its end', { timeout: 240_000 }, () => {
  let browser: DrivenBrowser;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en', pages: [stripedPages] }));
  });

  const openStriped = async (query: string): Promise<DrivenPage> => {
    const page = await browser.newPage();
    await page.goto(stripedAddress(query));
    await page.evaluate(`scrollTo({ top: 333, behavior: 'instant' })`);
    return page;
  };
  const halfWay = (capture: DrivenPage) =>
    expect
      .poll(() => capture.evaluate(`document.querySelector('.shooting progress')?.value ?? 0`), {
        timeout: 60_000,
        interval: 50,
      })
      .toBeGreaterThanOrEqual(2);
  const isPutBack = (page: DrivenPage) =>
    expect.poll(() => page.evaluate('scrollY'), { timeout: 20_000 }).toBe(333);

  test('is stopped from the popup: its page closes, the captured page is put back', async () => {
    const page = await openStriped('height=7000');
    const capture = await startCapture(browser, page, 'full');
    await halfWay(capture);
    const closed = capture.waitForEvent('close');
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.stop-capture') !== null`, 10_000);
    await popup.evaluate(`document.querySelector('.stop-capture').click()`);
    await closed;
    await isPutBack(page);
    await popup.close();
    await page.close();
  });

  test('stops when another tab comes to the front, and goes again at one press', async () => {
    const page = await openStriped('height=7000');
    const other = await browser.newPage();
    const capture = await startCapture(browser, page, 'full');
    await halfWay(capture);
    await other.bringToFront();
    expect(await endOf(capture)).toBe('Another tab came to the front');
    expect(await capture.textContent('.refused')).toContain('put back as it was');
    await isPutBack(page);
    await other.close();
    await capture.click('.again-visible');
    await capture.waitForSelector('.stage .tile');
    await capture.close();
    await page.close();
  });

  test.runIf(isWholeRun)('says so where the page answers nothing from the press on', async () => {
    const page = await openStriped('height=900');
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
    const opened = browser.nextPage();
    await page.evaluate(
      `void setTimeout(() => { for (const end = performance.now() + 25_000; performance.now() < end; ); })`,
    );
    await popup.evaluate(`document.querySelector('.to-capture').click()`);
    await popup.waitFor(`document.querySelector('.capture-choice .visible') !== null`, 5000);
    await popup.evaluate(`document.querySelector('.capture-choice .visible').click()`);
    const capture = await opened;
    expect(await endOf(capture)).toBe('The page did not answer in time');
    await capture.close();
    await page.close();
  });

  test.runIf(isWholeRun)('says that the page was closed, or left', async () => {
    const closing = await openStriped('height=7000');
    const first = await startCapture(browser, closing, 'full');
    await halfWay(first);
    await closing.close();
    expect(await endOf(first)).toMatch(/left or closed|Another tab/);
    await first.close();

    const leaving = await openStriped('height=7000');
    const second = await startCapture(browser, leaving, 'full');
    await halfWay(second);
    await leaving.goto(stripedAddress('height=2000'));
    expect(await endOf(second)).toBe('The page was left or closed');
    expect(await second.textContent('.refused')).not.toContain('put back');
    await second.close();
    await leaving.close();
  });

  test.runIf(isWholeRun)('puts the page back by itself when the capture’s own page is closed', async () => {
    const page = await openStriped('height=7000');
    const capture = await startCapture(browser, page, 'full');
    await halfWay(capture);
    await capture.close();
    await isPutBack(page);
    await page.close();
  });

  test('refuses a page whose content moves twice, and offers its visible part', async () => {
    const page = await openStriped('height=3600&grows=above');
    const capture = await startCapture(browser, page, 'full');
    expect(await endOf(capture)).toBe('The page changed while it was captured');
    await isPutBack(page);
    await capture.click('.again-visible');
    await capture.waitForSelector('.stage .tile');
    await capture.close();
    await page.close();
  });

  test('goes on when the background is killed', async () => {
    const page = await openStriped('height=4800');
    const capture = await startCapture(browser, page, 'full');
    await halfWay(capture);
    await browser.stopBackground();
    expect(await endOf(capture)).toBeNull();
    expect((await readPicture(capture)).height).toBe(4800);
    await isPutBack(page);
    await capture.close();
    await page.close();
  });

  test('does not begin without a press on that page, while another runs, or of a private window', async () => {
    const page = await openStriped('height=7000');
    const ours = await browser.newPage();
    const address = (query: string) => browser.address(`capture.html?${query}`);
    await ours.goto(address('refused=private'));
    expect(await endOf(ours)).toBe('Private windows are not captured');
    await page.bringToFront();
    const tab = (await ours.evaluate(
      'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => ({ id: tab.id, window: tab.windowId }))',
    )) as { id: number; window: number };
    const order = address(`tab=${tab.id}&window=${tab.window}&extent=visible`);
    await ours.evaluate(`void (location.href = ${JSON.stringify(order)})`);
    await expect.poll(() => endOf(ours)).toBe('The browser does not allow a capture of this page yet');
    const capture = await startCapture(browser, page, 'full');
    await halfWay(capture);
    await ours.evaluate('location.reload()');
    await expect.poll(() => endOf(ours)).toBe('Another capture is running');
    await capture.close();
    await ours.close();
    await page.close();
  });
});
