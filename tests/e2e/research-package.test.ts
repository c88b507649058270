import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { chainQuery, mergeQuery } from '../../core/export/package-readme';
import type { LogRow } from '../../core/log/event';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { browserHere, launchHere, serveHere } from '../builders/browser-here';
import { canaries, canaryHost, canaryTexts, canaryVideo } from '../builders/canaries';
import {
  dataPackageIn,
  filesIn,
  flowsThatDiffer,
  lastCheckpointHolds,
  openDuck,
  opensslAccepts,
  schemaFaults,
  unpack,
  wrongFiles,
} from '../builders/packages';
import { rowsIn } from '../builders/read-store';
import { runCommand } from '../builders/run-command';
import { tempFolder } from '../builders/temp-folder';
import { visitRecorded } from '../builders/visit-recorded';

/** A participant: a browser of their own, a record of their own. */
class Participant {
  private constructor(
    private readonly browser: DrivenBrowser,
    readonly logbook: DrivenPage,
  ) {}

  static async join(server: DemoServer, study: string): Promise<Participant> {
    const browser = await launchHere({ ...server, language: 'en' });
    const logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    const participant = new Participant(browser, logbook);
    await participant.record(study);
    return participant;
  }

  async record(study: string): Promise<void> {
    await this.logbook.fill('[name=study]', study);
    await beginRecording(this.logbook);
  }

  async walk(...addresses: string[]): Promise<void> {
    const page = await this.browser.newPage();
    for (const address of addresses) await visitRecorded(page, address, this.logbook);
    await page.close();
    await this.logbook.waitForTimeout(400);
  }

  rows = () => rowsIn(this.logbook);

  /** Saves the package as a person would, into a folder. */
  async save(folder: string): Promise<{ zip: string; name: string }> {
    const download = this.logbook.waitForEvent('download');
    await this.logbook.click('.export-package');
    const file = await download;
    const zip = join(folder, `${Math.random().toString(16).slice(2)}.zip`);
    await file.saveAs(zip);
    return { zip, name: file.suggestedFilename() };
  }
}

describe('the research package that the extension saves', () => {
  const { phone, mail, street, token } = canaries;
  const folder = tempFolder('saved-packages');
  let server: DemoServer;
  let one: Participant;
  let two: Participant;
  let first: string;

  beforeAll(async () => {
    server = await serveHere([canaryHost]);
    one = await Participant.join(server, 'uji-coba');
    two = await Participant.join(server, 'uji-coba');
  });

  test('is saved in one press, whole and signed, after a walk', async () => {
    const product = pageNamed('shop-id-product').address;
    await one.walk(
      pageNamed('video-basket').address,
      `${product}?phone=${phone}&mail=${mail}&token=${token}#${street}`,
    );
    await one.walk(`${canaryVideo}?token=${token}`, pageNamed('live').address);
    await one.walk(pageNamed('video-drifted').address, product);
    await two.walk(pageNamed('video-basket').address, product);
    await two.logbook.reload();
    await one.logbook.reload();
    await one.logbook.waitForSelector('.flow-row');
    const { zip, name } = await one.save(folder);
    expect(name).toMatch(/^uji_uji-coba_[0-9a-f]{8}_[0-9a-f]{12}\.zip$/);
    first = join(folder, 'one');
    unpack(zip, first);
    expect(wrongFiles(first)).toEqual([]);
    expect(schemaFaults(JSON.parse(readFileSync(join(first, 'datapackage.json'), 'utf8')))).toEqual([]);
    expect(opensslAccepts(first, 'datapackage.json', 'datapackage.json.sig')).toBe(true);
    expect(lastCheckpointHolds(first, (await one.rows()).at(-1) as LogRow)).toBe(true);
  });

  test('holds the rows of the store, their chain, and flows that follow from them', async () => {
    const query = await openDuck(first);
    const rows = await one.rows();
    const events = `SELECT * FROM read_parquet('events/**/*.parquet')`;
    expect(await query(`SELECT count(*)::INT AS n FROM (${events})`)).toEqual([{ n: rows.length }]);
    expect(await query(chainQuery)).toEqual([
      { bad_leaves: 0n, bad_links: 0n, gaps: 0n, rows: BigInt(rows.length) },
    ]);
    expect(
      await query(
        `SELECT DISTINCT split_part(browser, ' ', 1) AS browser FROM (${events}) WHERE browser IS NOT NULL`,
      ),
    ).toEqual([{ browser: browserHere }]);
    const flows = `SELECT * FROM read_parquet('flows/**/*.parquet')`;
    expect(await flowsThatDiffer(query, events, flows)).toEqual([]);
    expect(await query(`SELECT count(*)::INT AS n FROM (${flows})`)).toEqual([{ n: 3 }]);
  });

  test('is the same, byte for byte, when the same record is saved again', async () => {
    const [again, before] = [await one.save(folder), filesIn(folder).find((path) => path.endsWith('.zip'))];
    expect(readFileSync(again.zip).equals(readFileSync(join(folder, before ?? '')))).toBe(true);
  });

  test('merges with another participant’s to the counts that both promise', async () => {
    const { zip } = await two.save(folder);
    unpack(zip, join(folder, 'two'));
    const promised = ['one', 'two']
      .flatMap((name) => dataPackageIn(join(folder, name)).resources)
      .filter(({ path }) => path.startsWith('events/'))
      .reduce((sum, { rows = 0 }) => sum + rows, 0);
    const query = await openDuck(folder);
    expect(
      await query(`SELECT count(*)::INT AS rows, count(DISTINCT participant_id)::INT AS participants,
        count(*)::INT - count(DISTINCT event_id)::INT AS doubled FROM (${mergeQuery('events')})`),
    ).toEqual([{ rows: promised, participants: 2, doubled: 0 }]);
    const out = join(folder, 'study');
    const made = await runCommand(studyCommand, [zip, (await one.save(folder)).zip, '--out', out]);
    expect(made, made.stderr).toMatchObject({ status: 0 });
    const stored = [...(await one.rows()), ...(await two.rows())].map(
      ({ body }) => JSON.parse(body ?? '{}').event_id,
    );
    const study = await openDuck(join(out, 'data'));
    const told = await study(`SELECT event_id FROM 'events/*.parquet'`);
    expect(told.map(({ event_id }) => event_id).sort()).toEqual(stored.sort());
    rmSync(out, { recursive: true });
  });

  test('leaves out what the participant withholds, and keeps its place', async () => {
    await one.logbook.click('.flow-row >> nth=0');
    await one.logbook.check('.withhold-flow input');
    await one.logbook.waitForSelector('.flow-withheld');
    await one.logbook.click('.flow-row >> nth=1');
    await expect.poll(() => one.logbook.locator('.withhold-row:enabled').count()).toBeGreaterThan(2);
    await one.logbook.check('.withhold-row >> nth=1');
    await expect.poll(() => one.logbook.textContent('.withheld-count')).toContain('1 flow and 1 single row');
    const withheld = join(folder, 'withheld');
    unpack((await one.save(folder)).zip, withheld);
    const query = await openDuck(withheld);
    expect(await query(`SELECT count(*)::INT AS flows FROM read_parquet('flows/**/*.parquet')`)).toEqual([
      { flows: 2 },
    ]);
    const [{ left } = {}] = await query(
      `SELECT count(*)::INT AS left FROM read_parquet('events/**/*.parquet') WHERE erased = 'withheld' AND event_id IS NULL`,
    );
    const rows = await one.rows();
    const newest = (rows.at(-1) as { flow_id?: string } | undefined)?.flow_id;
    expect(left).toBe(rows.filter((row) => (row as { flow_id?: string }).flow_id === newest).length + 1);
    expect(await query(chainQuery)).toMatchObject([{ bad_leaves: 0n, bad_links: 0n, gaps: 0n }]);
    expect(rows.every(({ erased }) => erased === null)).toBe(true);
  });

  test('keeps two studies apart', async () => {
    await two.logbook.click('.recording .stop');
    await two.logbook.waitForSelector('.consent');
    await two.record('lain');
    await two.walk(pageNamed('shop-id-product').address);
    await two.logbook.reload();
    await two.logbook.selectOption('[name=export-study]', 'lain');
    const { zip, name } = await two.save(folder);
    expect(name).toContain('_lain_');
    unpack(zip, join(folder, 'lain'));
    const query = await openDuck(folder);
    expect(
      await query(
        `SELECT DISTINCT study_id FROM read_parquet('lain/events/**/*.parquet') WHERE study_id IS NOT NULL`,
      ),
    ).toEqual([{ study_id: 'lain' }]);
    const [{ participants } = {}] = await query(
      `SELECT count(DISTINCT participant_id)::INT AS participants FROM read_parquet(['two/events/**/*.parquet', 'lain/events/**/*.parquet'])`,
    );
    expect(participants, 'a pseudonym tells nothing across studies').toBe(2);
    const keyOf = (folderOf: string) => readFileSync(join(folder, folderOf, 'pubkey.pem'), 'utf8');
    expect(keyOf('lain')).not.toBe(keyOf('two'));
    const leaves = `SELECT leaf FROM read_json(['two/chain.ndjson.gz', 'lain/chain.ndjson.gz'], format='newline_delimited', columns={leaf:'VARCHAR'})`;
    expect(await query(`SELECT leaf FROM (${leaves}) GROUP BY leaf HAVING count(*) > 1`)).toEqual([]);
  });

  test('holds no canary anywhere', async () => {
    const query = await openDuck(folder);
    for (const path of filesIn(folder).filter((name) => !name.endsWith('.zip'))) {
      const text = path.endsWith('.parquet')
        ? JSON.stringify(await query(`SELECT * FROM read_parquet('${path}')`), (_key, value) =>
            String(value) === value
              ? value
              : value === null || typeof value !== 'bigint'
                ? value
                : String(value),
          )
        : path.endsWith('.gz')
          ? JSON.stringify(
              await query(
                `SELECT body FROM read_json('${path}', format='newline_delimited', columns={body:'VARCHAR'})`,
              ),
            )
          : readFileSync(join(folder, path), 'latin1');
      for (const canary of canaryTexts) expect(text, `${canary} in ${path}`).not.toContain(canary);
    }
  });

  test('is named to the participant who withdraws', async () => {
    const ids = filesIn(folder)
      .filter((path) => /^(one|withheld)\/datapackage\.json$/.test(path))
      .map((path) => dataPackageIn(join(folder, path.split('/')[0] ?? '')).export_id);
    await one.logbook.evaluate(`{
      window.told = [];
      new MutationObserver(() => told.push(document.querySelector('main').innerText)).observe(document, { subtree: true, childList: true, characterData: true });
    }`);
    await one.logbook.click('button:has-text("Erase the whole record")');
    await one.logbook.click('.sure .danger');
    await one.logbook.waitForSelector('.stopped');
    for (const id of ids) expect(await one.logbook.textContent('.stopped')).toContain(id);
    const told = (await one.logbook.evaluate('told')) as string[];
    expect(told.filter((text) => text.includes('cannot be read'))).toEqual([]);
  });
});
