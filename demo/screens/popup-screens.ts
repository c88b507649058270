import type { DrivenBrowser, DrivenPage } from '../drive/driver';
import { demoStates, openPopupPage, openState } from '../states';
import { openAll, pageAt, type Screens } from './screen';

/** States whose rows are like no other's; what the others say of rule, dispute and rights is the same. */
const withAllRows = ['tokopedia-video', 'conflicting', 'other-region', 'look-alike'];
const openOwn = `for (const fold of document.querySelectorAll('.fold-unread, .fold-seen')) fold.open = true`;

/** The popup in every state of its answer, or in some, with its rows open and what it does besides. */
export async function* popupScreens(browser: DrivenBrowser, states = demoStates): Screens {
  for (const state of states) {
    const { page: shop, popup } = await openState(browser, state);
    const page = await openPopupPage(browser, popup, { colorScheme: 'light' });
    if (state === states[0]) yield { name: 'popup-first-screen', page };
    await page.evaluate(withAllRows.includes(state.name) ? openAll : openOwn);
    yield { name: `popup-${state.name}`, page };
    if (state === states[0]) yield* beside(browser, page);
    await page.close();
    await shop.close();
  }
  const page = await pageAt(browser, 'popup.html?tab=999999', '[role=alert]');
  yield { name: 'popup-error', page };
  await page.close();
}

/** The popup's last row, as it changes with what is pressed and under way. */
async function* beside(browser: DrivenBrowser, page: DrivenPage): Screens {
  await page.evaluate(
    `chrome.storage.local.set({ recording: { on: true, study: 'uji-coba', since: '2026-11-24T05:00:00.000Z', stopped: null } })`,
  );
  await page.reload();
  await page.waitForSelector('.recording-sign');
  yield { name: 'popup-recording', page };
  await page.evaluate(`chrome.storage.local.remove('recording')`);
  await page.reload();
  await page.click('.to-capture');
  yield { name: 'popup-capture-choice', page };
  await page.reload();
  await page.waitForSelector('.to-capture');
  const other = await pageAt(browser, 'verifier.html', 'main');
  await other.evaluate(
    `new BroadcastChannel('capture').postMessage({ what: 'progress', progress: { done: 3, all: 12 } })`,
  );
  await page.waitForSelector('.capturing');
  await other.close();
  yield { name: 'popup-capturing', page };
}
