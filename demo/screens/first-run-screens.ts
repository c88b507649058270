import type { DrivenBrowser } from '../drive/driver';
import { changedApi, goTo, openAll, pageAt, type Screens } from './screen';

/** The first run's screen, with its button in this browser and elsewhere, and the examples that it leads to. */
export async function* firstRunScreens(browser: DrivenBrowser): Screens {
  const page = await pageAt(browser, 'welcome.html', 'main.welcome');
  yield { name: 'welcome', page };
  await page.click('.browser-choice button:has-text("Android")');
  yield { name: 'welcome-android', page };
  // The popup's own parts: what they say elsewhere is looked at there.
  await goTo(browser, page, 'examples.html', '.example .answer');
  yield { name: 'examples', page };
  for (const name of ['unread', 'look-alike']) {
    await page.click(`.example-choice [href="#${name}"]`);
    await page.waitForSelector(`.example-choice [href="#${name}"][aria-current=page]`);
    yield { name: `examples-${name}`, page };
  }
  await page.close();
}

const recording = (on: boolean) =>
  `chrome.storage.local.set({ recording: { on: ${on}, study: 'uji-coba', since: '2026-11-24T05:00:00.000Z', stopped: null } })`;
/** What an organisation would have set; the browsers' own ways to set it are tried in managed.test.ts. */
const managed = changedApi(`Object.defineProperty(api.storage, 'managed', {
  configurable: true,
  value: { get: async () => ({ recording: 'forbidden', study: 'smp-1', note: 'forbidden', ofNoUse: 1 }) },
})`);

/** The options as they are at first, while recording, before and after everything is erased, and under a policy. */
export async function* optionsScreens(browser: DrivenBrowser): Screens {
  const page = await pageAt(browser, 'options.html', '.sizes');
  yield { name: 'options', page };
  await page.evaluate(openAll);
  await page.evaluate(recording(true));
  await page.waitForSelector('.stop-recording');
  yield { name: 'options-recording-sources-open', page };
  await page.evaluate(recording(false));
  await page.evaluate(`document.querySelector('details[open]').open = false`);
  await page.click('.danger-quiet');
  await page.waitForSelector('.erase');
  yield { name: 'options-erase-sure', page };
  await page.click('.erase .danger');
  await page.waitForSelector('.notice');
  yield { name: 'options-erased', page };
  await page.close();
  const held = await browser.newPage();
  await held.addInitScript(managed);
  await goTo(browser, held, 'options.html', '.managed');
  yield { name: 'options-managed', page: held };
  await held.close();
}
