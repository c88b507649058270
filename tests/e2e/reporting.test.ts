import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseFile } from '../../core/report/wrong-case';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { savedBy } from '../../demo/saved-file';
import { demoStates, openPopupPage, openState } from '../../demo/states';
import { axeFaults } from '../builders/axe-faults';
import { stageHere } from '../builders/stage-here';
import { tempFolder } from '../builders/temp-folder';
import { isWholeRun } from '../run/whole-run';

const root = join(import.meta.dirname, '../..');
/** What the demo's pages hold of an account, a shop and a product, in state and address. */
const personal = [
  'demo',
  'Akun Contoh',
  'Botol',
  'botol',
  '76000000000',
  '17300000000',
  '74900000000',
  'suara asli',
];

describe('a page that our rules misjudge', () => {
  const folder = tempFolder('reporting');
  let browser: DrivenBrowser;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
  });

  async function popupOn(name: string): Promise<{ page: DrivenPage; popup: DrivenPage }> {
    const state = demoStates.find((known) => known.name === name);
    if (!state) throw new Error(`no state ${name}`);
    const { page, popup } = await openState(browser, state);
    return { page, popup: await openPopupPage(browser, popup, { colorScheme: 'light' }) };
  }

  /** Presses, and reads the file that the browser saves. */
  async function saved(popup: DrivenPage, button: string): Promise<{ path: string; text: string }> {
    const path = await savedBy(popup, button, folder);
    return { path, text: readFileSync(path, 'utf8') };
  }

  const add = (path: string) =>
    spawnSync('npx', ['tsx', 'scripts/corpus-add.ts', path, join(folder, 'corpus')], {
      cwd: root,
      encoding: 'utf8',
    });
  const runCorpus = () =>
    spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'tests/corpus.test.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, OWN_CORPUS: join(folder, 'corpus'), NO_COLOR: '1' },
    });

  async function sayWrong(popup: DrivenPage, basket: string, processor: string) {
    await popup.click('.open-wrong');
    await popup.click('.save-wrong');
    expect(await popup.textContent('.missing'), 'pressed too early, it says what is missing').toContain(
      'basket',
    );
    await popup.click(`input[name="basket"][value="${basket}"]`);
    await popup.click('.save-wrong');
    expect(await popup.textContent('.missing')).toContain('who handles the order');
    expect(await popup.evaluate('document.activeElement.name'), 'and leads to it').toBe('processor');
    await popup.click(`input[name="processor"][value="${processor}"]`);
    expect(await popup.textContent('.wrong-form'), 'whom it is for').toContain(
      'the makers of this extension',
    );
    expect(await axeFaults(popup, '.wrong-form')).toEqual([]);
    expect(
      await popup.evaluate(`document.querySelector('main').getBoundingClientRect().height`),
      'the form fits the popup’s first screen',
    ).toBeLessThanOrEqual(600);
    const file = await saved(popup, '.save-wrong');
    await popup.waitForSelector('.saved-note[role="status"]');
    return file;
  }

  test('with drift gives a report of its shape at one press, without a value of it', async () => {
    const { page, popup } = await popupOn('drift');
    await popup.click('.fold-unread summary');
    const { path, text } = await saved(popup, '.make-report');
    expect(path).toMatch(/drift-\d{4}-\d\d-\d\d-video\.json$/);
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      format: 'di-balik-keranjang/drift-report/1',
      page: { surface: 'tiktok', kind: 'video', host: 'www.tiktok.com', pattern: '/@{id}/video/{id}' },
      basket: 'unknown',
      drift: [{ rule: expect.any(String), found: expect.any(String) }],
    });
    expect(text).toContain('"entries"');
    expect(text).toContain('"link": "address"');
    for (const word of personal) expect(text, word).not.toContain(word);
    expect(await popup.textContent('.saved-note')).toContain('stays on your device');
    expect(await axeFaults(popup, '.fold-unread')).toEqual([]);
    await popup.close();
    await page.close();
  });

  // It runs the project's own tests within a test; the command alone is tried in tests/report.
  test.runIf(isWholeRun)(
    'that is said to be wrong becomes a case whose test fails, and one that is right passes',
    async () => {
      const basket = await popupOn('tokopedia-video');
      const wrong = await sayWrong(basket.popup, 'no', 'none');
      for (const word of personal) expect(wrong.text, word).not.toContain(word);
      const file: CaseFile = JSON.parse(wrong.text);
      expect(file.judged).toMatchObject({ kind: 'video', basket: 'yes', processor: 'tokopedia' });
      expect(file.redacted).toMatchObject({ basket: 'yes', processor: 'tokopedia', same: true });
      expect(await basket.popup.textContent('.saved-note')).not.toContain('reads otherwise');
      await basket.popup.close();
      await basket.page.close();

      const plain = await popupOn('none');
      const right = await sayWrong(plain.popup, 'no', 'none');
      await plain.popup.close();
      await plain.page.close();

      expect(add(right.path).stdout).toContain('Its test passes.');
      expect(runCorpus().status).toBe(0);
      expect(add(wrong.path).stdout).toContain('Its test fails until the rules are mended.');
      const run = runCorpus();
      expect(run.status).toBe(1);
      expect(run.stdout + run.stderr).toContain(`hold for ${file.case.id}`);
      expect(add(wrong.path).stderr).toContain('is there already');
      // It starts five programs one after the other.
    },
    240_000,
  );

  test('of a feed is saved as the page of the item in view', async () => {
    const { page, popup } = await popupOn('feed');
    const { path, text } = await sayWrong(popup, 'yes', 'tokopedia');
    const file: CaseFile = JSON.parse(text);
    expect(file.case.url).toMatch(/^https:\/\/www\.tiktok\.com\/@\/video\/9\d{18}$/);
    expect(file.redacted).toMatchObject({ kind: 'video', basket: 'yes', processor: 'tokopedia', same: true });
    expect(add(path).stdout).toContain('Its test passes.');
    await popup.close();
    await page.close();
  });

  test('is saved with a word of warning where the file cannot lead to the same answer', async () => {
    // What this answer rests on is in the props of the page's program, not in its source.
    const { page, popup } = await popupOn('live-basket');
    const { text } = await sayWrong(popup, 'no', 'none');
    expect(JSON.parse(text).redacted.same).toBe(false);
    expect(await popup.textContent('.saved-note')).toContain('reads otherwise');
    await popup.close();
    await page.close();
  });

  test('is counted in the logbook, rule by rule, since the day of the first', async () => {
    const logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.fill('[name=study]', 'uji-coba');
    await beginRecording(logbook);
    for (const name of ['drift', 'tokopedia-video']) {
      const { page, popup } = await popupOn(name);
      await popup.close();
      await page.close();
    }
    // Rows are written a moment after the page was judged.
    await expect
      .poll(async () => {
        await logbook.reload();
        await logbook.waitForSelector('.count-drift');
        await logbook.click('.count-drift');
        await logbook.waitForSelector('.notice');
        return logbook.textContent('.notice');
      })
      .toMatch(/^Rule commerce-video not met in 1 of 2 steps since \d{1,2} \w+ \d{4}\.$/);
    await logbook.close();
  });

  test('of nobody we know has no such press', async () => {
    const { page, popup } = await popupOn('outside');
    expect(await popup.locator('.open-wrong').count()).toBe(0);
    await popup.close();
    await page.close();
  });

  test('that was left meanwhile is not saved', async () => {
    const { page, popup } = await popupOn('tokopedia-video');
    await popup.click('.open-wrong');
    await popup.click('input[name="basket"][value="no"]');
    await popup.click('input[name="processor"][value="none"]');
    await page.goto(demoStates.find(({ name }) => name === 'none')?.address ?? '');
    // The popup speaks of the new page by now, and the form is still about the one that it was opened for.
    await popup.waitForSelector('main.state-none');
    await popup.click('.save-wrong');
    await popup.waitForSelector('.saved-note[role="alert"]');
    expect(await popup.textContent('.saved-note')).toContain('Nothing was saved');
    await popup.close();
    await page.close();
  });
});
