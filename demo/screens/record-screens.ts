import { beginRecording } from '../begin-recording';
import type { DrivenBrowser } from '../drive/driver';
import { walksCode } from '../fill/walks-code';
import { pageNamed } from '../shop/demo-pages';
import { goTo, openAll, openSome, pageAt, type Screens } from './screen';

/** The history page on days of different answers, and with a point of its timeline chosen. */
export async function* historyScreens(browser: DrivenBrowser): Screens {
  const page = await pageAt(browser, 'history.html?date=2024-02-21', '.timeline svg');
  await page.click('.tool-migration');
  yield { name: 'history-move', page };
  await goTo(browser, page, 'history.html', '.timeline svg');
  await page.focus('.point');
  await page.keyboard.press('Enter');
  await page.evaluate(openSome);
  yield { name: 'history-today-open', page };
  await page.close();
}

/** The logbook from consent to erased, and the monitor without and with a record. */
export async function* recordScreens(browser: DrivenBrowser): Screens {
  const page = await pageAt(browser, 'logbook.html', '.consent');
  await page.evaluate(openAll);
  yield { name: 'logbook-consent', page };
  for (const stopped of ['full', 'failed']) {
    await page.evaluate(
      `chrome.storage.local.set({ recording: { on: false, study: 'pribadi', since: null, stopped: '${stopped}' } })`,
    );
    await page.reload();
    await page.waitForSelector('.stopped');
    yield { name: `logbook-stopped-${stopped}`, page };
  }
  await goTo(browser, page, 'monitor.html', '.empty');
  yield { name: 'monitor-empty', page };
  await goTo(browser, page, 'logbook.html', '.consent');
  // The study of the walks that are filled in below.
  await page.fill('[name=study]', 'bench');
  await beginRecording(page);
  const shop = await browser.newPage();
  for (const step of ['video-basket', 'shop-id-product', 'live', 'video-conflicting'])
    await shop.goto(pageNamed(step).address).then(() => shop.waitForTimeout(600));
  await shop.close();
  await page.reload();
  await page.waitForSelector('.flow-row');
  yield { name: 'logbook-recording', page };
  await page.click('.flow-row');
  await page.waitForSelector('.flow-stop');
  await page.click('.export > .actions button');
  await page.waitForSelector('.notice');
  await page.evaluate(openAll);
  yield { name: 'logbook-flow-open', page };
  await page.click('.export > .quiet');
  await page.waitForSelector('.export .sure');
  yield { name: 'logbook-erase-sure', page };
  await page.click('.export .sure .danger');
  await page.waitForSelector('.flow-row', { state: 'detached' });
  yield { name: 'logbook-erased', page };
  await page.evaluate(await walksCode());
  await page.evaluate(`recordWalks.fillWalks('2026-09-07', 70, 6)`);
  await goTo(browser, page, 'monitor.html', '.chart svg');
  yield { name: 'monitor-charts', page };
  await page.evaluate(openAll);
  yield { name: 'monitor-tables-open', page };
  await page.close();
}
