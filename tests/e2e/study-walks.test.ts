import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { mergeQuery } from '../../core/export/package-readme';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { savedBy } from '../../demo/saved-file';
import { pageNamed } from '../../demo/shop/demo-pages';
import { basketItem, shopChild, VIDEO_STATE_ID, videoState } from '../../demo/shop/video-state';
import { openDuck, unpack } from '../builders/packages';
import { eventsIn, readStore } from '../builders/read-store';
import { runCommand } from '../builders/run-command';
import { stageHere } from '../builders/stage-here';
import { tempFolder } from '../builders/temp-folder';
import { toldOn } from '../builders/told-in-toolbar';
import { visitRecorded } from '../builders/visit-recorded';

/** Walks on which a record that names no pages is read wrong. */
describe('one record, read by all who read it', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  let logbook: DrivenPage;
  const folder = tempFolder('study-walks');

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.fill('[name=study]', 'uji-coba');
    await logbook.fill('[name=code]', 'P12');
    await beginRecording(logbook);
  });

  const events = () => eventsIn(logbook);
  const named = async (name: string) => (await events()).filter(({ event }) => event === name);
  const basket = pageNamed('video-basket').address;

  /** The page’s data change under it, to a basket that leads to TikTok Shop’s own; the person looks again. */
  const turnAndLookAgain = async (page: DrivenPage, address: string) => {
    const id = address.split('/').at(-1) ?? '';
    const product = `https://shop.tiktok.com/view/product/1730000000000000001`;
    const state = JSON.stringify(videoState(basketItem(id, 'contoh', [shopChild(product, 'USD')])));
    await page.evaluate(
      `document.getElementById(${JSON.stringify(VIDEO_STATE_ID)}).textContent = ${JSON.stringify(state)}`,
    );
    const before = (await named('verdict')).length;
    const popup = await browser.openPopup(page);
    await expect.poll(async () => (await named('verdict')).length, { timeout: 15_000 }).toBe(before + 1);
    await popup.close();
  };
  /** The processors of a flow’s judged pages by their last judgement, as plain SQL over the package finds them. */
  const savedPackage = async (name: string) => {
    unpack(await savedBy(logbook, '.export-package', folder, `${name}.zip`), join(folder, 'packages', name));
    return openDuck(join(folder, 'packages', name));
  };

  test('walks: one tab over two videos, the second of which turns out to have a basket', async () => {
    const page = await browser.newPage();
    const plain = pageNamed('video-plain').address;
    await visitRecorded(page, basket, logbook);
    await visitRecorded(page, plain, logbook);
    await turnAndLookAgain(page, plain);
    await page.close();
    expect((await named('nav')).map(({ page: number, tab, basket: met }) => [number, tab, met])).toEqual([
      [1, 1, null],
      [2, 1, 'no'],
    ]);
    await expect
      .poll(async () => (await named('flow_end')).map(({ end_reason }) => end_reason))
      .toEqual(['closed']);
  });

  test('walks: two tabs of one flow, of which the first is looked at again, and asks its host again', async () => {
    const first = await browser.newPage();
    const dropped = pageNamed('video-dropped').address;
    await visitRecorded(first, dropped, logbook);
    await first.evaluate(
      `document.body.insertAdjacentHTML('afterbegin', '<a id="next" target="_blank" href="${basket}">next</a>')`,
    );
    const navs = (await named('nav')).length;
    await first.click('#next');
    await expect.poll(async () => (await named('nav')).length, { timeout: 15_000 }).toBe(navs + 1);
    await turnAndLookAgain(first, dropped);
    await first.evaluate(`fetch('${pageNamed('video-plain').address}').then((answer) => answer.text())`);
    const asked = async () =>
      (await named('host_contacted')).filter(({ request_type }) => request_type === 'fetch').at(-1);
    await expect
      .poll(asked, { timeout: 15_000 })
      .toMatchObject({ host: 'www.tiktok.com', step: 'basket', page: 1, tab: 1 });
    const flow = (await events()).at(-1)?.flow_id;
    const pages = (await named('nav')).filter(({ flow_id }) => flow_id === flow);
    expect(pages.map(({ page, tab }) => [page, tab])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    for (const page of await browser.pages())
      if ((await page.url()).startsWith('https://')) await page.close();
    await expect.poll(async () => (await named('flow_end')).length, { timeout: 15_000 }).toBe(2);
  });

  test('gives the same pages in the logbook, the flows, plain SQL, a study and 4CAT', async () => {
    const truth = ['tokopedia tiktok-shop', 'tiktok-shop tokopedia'];
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    const stops: string[] = [];
    for (const row of [1, 0]) {
      await logbook.click(`.flow-row >> nth=${row}`);
      await expect.poll(() => logbook.locator('.flow-stop').count()).toBe(2);
      const classes = await logbook.evaluate(
        `[...document.querySelectorAll('.flow-stop')].map(({ className }) => /processor-([a-z-]+)/.exec(className)[1])`,
      );
      stops.push((classes as string[]).join(' '));
      await logbook.click(`.flow-row >> nth=${row}`);
    }
    expect(stops).toEqual(truth);

    const query = await savedPackage('walks');
    const flows = await query(`SELECT processors FROM read_parquet('flows/**/*.parquet') ORDER BY started`);
    expect(flows.map(({ processors }) => processors)).toEqual(truth);
    const inOrder = (source: string, page: string) =>
      `SELECT string_agg(processor, ' ' ORDER BY ${page}) AS processors FROM (${source}) GROUP BY flow ORDER BY min(ts)`;
    const sql = await query(
      inOrder(
        `SELECT flow_id AS flow, * FROM read_parquet('events/**/*.parquet') WHERE event IN ('step', 'verdict')
          QUALIFY row_number() OVER (PARTITION BY flow_id, page ORDER BY seq DESC) = 1`,
        'page',
      ),
    );
    expect(sql.map(({ processors }) => processors)).toEqual(truth);

    const out = join(folder, 'study');
    const made = await runCommand(studyCommand, [join(folder, 'walks.zip'), '--out', out]);
    expect(made, made.stderr).toMatchObject({ status: 0 });
    const study = await openDuck(join(out, 'data'));
    const merged = await study(
      inOrder(`SELECT flow_id AS flow, * FROM 'pages/*.parquet' WHERE n_judgements > 0`, 'page'),
    );
    expect(merged.map(({ processors }) => processors)).toEqual(truth);
    expect(
      await study(`SELECT step, page, tab, person FROM 'contacts/*.parquet' WHERE request_type = 'fetch'`),
    ).toContainEqual({ step: 'basket', page: 1, tab: 1, person: 'P12' });

    await savedBy(logbook, '.export-4cat', folder, '4cat.csv');
    const posts = await (await openDuck(folder))(
      inOrder(`SELECT thread_id AS flow, timestamp AS ts, * FROM read_csv('4cat.csv')`, 'page'),
    );
    expect(posts.map(({ processors }) => processors)).toEqual(truth);
  });

  test('counts the same in the monitor, the counter of drift and the exposure', async () => {
    await logbook.click('.count-drift');
    await expect.poll(() => logbook.textContent('.notice')).toContain('All 4 recorded steps');
    await logbook.click('.count-exposure');
    await expect
      .poll(() => logbook.textContent('.notice'))
      .toContain('4 pages met: 4 with a basket, 0 without');
    const monitor = await browser.newPage();
    await monitor.goto(browser.address('monitor.html'));
    await expect
      .poll(() => monitor.textContent('.overall').catch(() => ''), { timeout: 15_000 })
      .toContain('4 observed baskets');
    expect(await monitor.textContent('.overall')).toContain('50.0 % to PT Tokopedia');
    await monitor.close();
  });

  test('withholds, releases and erases over three exports, each flow once, with whose it is', async () => {
    const rows = (await events()).length;
    await logbook.click('.flow-row >> nth=0');
    const withhold = async (isWithheld: boolean) => {
      await (isWithheld ? logbook.check('.withhold-flow input') : logbook.uncheck('.withhold-flow input'));
      await logbook.waitForSelector('.flow-withheld', { state: isWithheld ? 'visible' : 'detached' });
    };
    await withhold(true);
    await savedPackage('withheld');
    const all = await openDuck(join(folder, 'packages'));
    const merged = async () => {
      const [events] = await all(`SELECT count(*)::INT AS rows, count(event_id)::INT AS said,
        count(DISTINCT participant_code)::INT AS codes, count(participant_code)::INT AS owned FROM (${mergeQuery('events')})`);
      const [flows] = await all(
        `SELECT count(*)::INT AS rows, count(DISTINCT flow_id)::INT AS flows FROM (${mergeQuery('flows')})`,
      );
      return { ...events, flows: [flows?.rows, flows?.flows] };
    };
    const own = (await events()).filter(
      ({ flow_id }, _index, list) => flow_id === list.at(-1)?.flow_id,
    ).length;
    const whole = { rows, codes: 1, owned: rows };
    expect(await merged()).toEqual({ ...whole, said: rows - own, flows: [1, 1] });
    await withhold(false);
    await savedPackage('released');
    expect(await merged()).toEqual({ ...whole, said: rows, flows: [2, 2] });
    await logbook.click('button:has-text("Erase this flow")');
    await logbook.click('.sure .danger');
    await expect.poll(async () => (await events()).length).toBe(rows - own);
    await savedPackage('erased');
    expect(await merged()).toEqual({ ...whole, said: rows - own, flows: [1, 1] });
  });

  test('the later of two exports counts, also where nothing was recorded between but a page without a basket', async () => {
    const all = await openDuck(join(folder, 'packages'));
    const met = async () =>
      (await all(`SELECT sum(pages)::INT AS pages FROM (${mergeQuery('exposure')})`))[0]?.pages;
    const before = Number(await met());
    // Of the pages alone: the day's time goes on by itself.
    const today = async () =>
      JSON.stringify(
        (
          (await logbook.evaluate(readStore('state'))) as {
            exposure?: { today: { pages: unknown } | null };
          }[]
        ).map((state) => state.exposure?.today?.pages),
      );
    for (const [n, name] of ['one-more', 'another'].entries()) {
      const kept = await today();
      const page = await browser.newPage();
      await page.goto(pageNamed('photo-post').address);
      await expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).toBe('none');
      // What is closed before it is written is none of the record.
      await expect.poll(today, { timeout: 10_000 }).not.toBe(kept);
      await page.close();
      await savedPackage(name);
      expect(await met(), name).toBe(before + n + 1);
    }
  });

  test('shows what each study holds, and leaves one without the other', async () => {
    await logbook.click('.recording .stop');
    await logbook.waitForSelector('.consent');
    const code = () => logbook.evaluate(`document.querySelector('[name=code]').value`);
    expect(await code()).toBe('P12');
    await logbook.fill('[name=study]', 'lain');
    expect(await code(), 'a code goes into no other study').toBe('');
    await logbook.fill('[name=study]', 'uji-coba');
    expect(await code(), 'and comes back with its own').toBe('P12');
    await logbook.fill('[name=study]', 'lain');
    await logbook.fill('[name=code]', '0812-3456-7890');
    await logbook.check('[name=agree]');
    await logbook.click('.consent .primary');
    expect(await logbook.getAttribute('[name=code]', 'aria-invalid'), 'a phone number is no code').toBe(
      'true',
    );
    expect(await logbook.locator('.recording').count()).toBe(0);
    await logbook.fill('[name=code]', '');
    await logbook.click('.consent .primary');
    await logbook.waitForSelector('.recording');
    await expect.poll(() => logbook.locator('.studies li').count()).toBe(2);
    expect(await logbook.textContent('.studies')).toMatch(/lain[\s\S]*recorded now[\s\S]*uji-coba[\s\S]*P12/);
    await logbook.click('.studies li:nth-child(2) .quiet');
    await logbook.click('.sure .danger');
    await expect.poll(() => logbook.locator('.studies li').count()).toBe(1);
    expect(await logbook.locator('.recording').count()).toBe(1);
    expect(await events()).toEqual([]);
  });
});
