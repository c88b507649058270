import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { deleteDB, openDB } from 'idb';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { pemOf } from '../../../core/bundle/signature';
import type { Observation } from '../../../core/flow/flow-state';
import { pageFromHtml } from '../../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { pageNamed } from '../../../demo/shop/demo-pages';
import { minute, pageSeen, start } from '../../builders/flows';
import { openDuck, type Query } from '../../builders/packages';
import { tempFolder } from '../../builders/temp-folder';

vi.mock('webextension-polyfill', () => ({
  default: { runtime: { getManifest: () => ({ version: '0.1.0' }) } },
}));
vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' });
const { append } = await import('../../../services/log/write/append');
const { eraseRows } = await import('../../../services/log/take-out/erase');
const { exportKinds } = await import('../../../services/log/export/export-log');
const { runExportTask } = await import('../../../services/log/export/export-task');
const { makeCheckpoint, ownerOf, publicKeyOf, readKey } = await import(
  '../../../services/log/store/identity'
);
const { openStore, storeOf, oldStoreName, readState } = await import(
  '../../../services/log/store/open-store'
);
const { eraseOldRecord, eraseStudy, hasOldRecord, inStudy, readStudies, readStudyHeld } = await import(
  '../../../services/log/store/read-studies'
);
const { readDaysMet } = await import('../../../services/log/export/read-exposure');
const { readRevision } = await import('../../../services/log/store/revision');
const { surroundingsFor } = await import('../../../services/log/write/surroundings');
const { nothingWithheld, withhold } = await import('../../../services/log/take-out/withhold');

const walk = (at: number): Observation[] => {
  const seen = (name: string, ts: number) =>
    pageSeen(pageFromHtml(pageNamed(name).html, pageNamed(name).address, rulebook.signals), { ts });
  return [
    seen('video-basket', at),
    seen('shop-id-product', at + minute),
    { what: 'left', tabId: 1, ts: at + 2 * minute },
  ];
};
const recordFor = async (study: string, at = start) => {
  const db = await openStore(storeOf(study));
  await append(db, walk(at), await surroundingsFor(study, db));
  db.close();
};

/** Everything that the exports of a study hold, as text. */
async function exportedOf(study: string, query: Query, folder: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const { owner, checkpoint, key } = await inStudy(study, async (db) => ({
    owner: await ownerOf(db, study, `${study}-1`),
    checkpoint: await makeCheckpoint(db, '2026-11-24T05:00:00.000Z'),
    key: pemOf(await publicKeyOf(await readKey(db))),
  }));
  const textOf = async (name: string, blob: Blob): Promise<string> => {
    const bytes = Buffer.from(await blob.arrayBuffer());
    if (name.endsWith('.gz')) return gunzipSync(bytes).toString('utf8');
    if (!name.endsWith('parquet')) return bytes.toString('utf8');
    writeFileSync(join(folder, 'one.parquet'), bytes);
    const rows = await query(`SELECT * FROM read_parquet('one.parquet')`);
    return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
  };
  const upTo = checkpoint?.n ?? 0;
  for (const kind of exportKinds) {
    const task = { what: 'table', kind, owner, language: 'en', withheld: nothingWithheld, upTo } as const;
    const made = await runExportTask(task, () => undefined);
    if ('table' in made) all.set(kind, await textOf(kind, made.table));
  }
  const about = {
    ...owner,
    revision: 0,
    lastN: upTo,
    created: '2026-11-24T05:00:00.000Z',
    extVersion: '0.1.0',
    rulesetVersion: 'v1',
  };
  const met = await inStudy(study, readDaysMet);
  for (const what of ['events', 'chain', 'rejudgements'] as const) {
    const task = { what, about, met, rulebook, withheld: nothingWithheld, upTo };
    const made = await runExportTask(task, () => undefined);
    if ('files' in made)
      for (const { path, blob } of made.files) all.set(`package ${path}`, await textOf(path, blob));
  }
  all.set('checkpoint', JSON.stringify(checkpoint));
  all.set('key', key);
  return all;
}

/** What could join two files: digests, pseudonyms, ids, keys. */
const linksIn = (text: string): Set<string> =>
  new Set(text.match(/[0-9a-f]{32,}|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9+/]{60,}/g) ?? []);

describe('two studies of one browser', () => {
  const folder = tempFolder('studies');
  let query: Query;
  beforeAll(async () => {
    query = await openDuck(folder);
    await recordFor('uji-coba');
    await recordFor('lain', start + 10 * minute);
  });

  test('have no leaf, key, pseudonym or row in common in anything that leaves the browser', async () => {
    const [one, two] = [await exportedOf('uji-coba', query, folder), await exportedOf('lain', query, folder)];
    expect([...one.keys()]).toEqual(expect.arrayContaining([...exportKinds, 'checkpoint', 'key']));
    expect(one.size).toBe(exportKinds.length + 8);
    const links = linksIn([...one.values()].join(' '));
    expect(links.size).toBeGreaterThan(50);
    for (const [kind, text] of two) {
      expect(
        [...linksIn(text)].filter((link) => links.has(link)),
        kind,
      ).toEqual([]);
      expect(text, kind).not.toContain('uji-coba');
      expect(text.length, kind).toBeGreaterThan(50);
    }
  });

  test('each begin their chain at one', async () => {
    for (const study of ['uji-coba', 'lain'])
      expect(await readStudyHeld(study)).toMatchObject({ study, flows: 1, rows: expect.any(Number) });
    const heads = await Promise.all(
      ['uji-coba', 'lain'].map((study) => inStudy(study, (db) => readState(db, 'head'))),
    );
    expect(heads[0]?.n).toBe(heads[1]?.n);
  });

  test('go on with their own key, chain and pseudonym when they are joined again', async () => {
    const identity = () =>
      inStudy('uji-coba', async (db) => [
        (await ownerOf(db, 'uji-coba', '')).participant,
        Buffer.from(await publicKeyOf(await readKey(db))).toString('hex'),
      ]);
    const before = await identity();
    const { rows } = await readStudyHeld('uji-coba');
    await recordFor('uji-coba', start + 60 * minute);
    expect(await identity()).toEqual(before);
    expect((await readStudyHeld('uji-coba')).rows).toBe(rows * 2);
    await eraseStudy('uji-coba');
    await recordFor('uji-coba');
    expect(await identity()).not.toEqual(before);
    expect(await readStudies()).toEqual(['lain', 'uji-coba']);
  });
});

describe('every exported row', () => {
  test('knows participant, study, code and export, erased and withheld ones too', async () => {
    await recordFor('milik');
    const owner = await inStudy('milik', async (db) => {
      await eraseRows(db, [2]);
      await db.put('state', 'P12', 'code');
      return ownerOf(db, 'milik', 'e1');
    });
    const withheld = { rows: [3], flows: [] };
    const task = { what: 'table', kind: 'ndjson', owner, language: 'en', withheld, upTo: 1e9 } as const;
    const made = await runExportTask(task, () => undefined);
    const rows = (await ('table' in made ? made.table.text() : ''))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.filter(({ erased }) => erased !== null)).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatchObject({
        study_id: 'milik',
        participant_id: owner.participant,
        participant_code: 'P12',
        export_id: 'e1',
      });
  });
});

describe('the revision of a study', () => {
  test('goes up with each erasing, withholding and releasing, and with nothing else', async () => {
    const db = await openStore(storeOf('revisi'));
    await append(db, walk(start), await surroundingsFor('revisi', db));
    const seen = [await readRevision(db)];
    const then = async (work: Promise<unknown>) => {
      await work;
      seen.push(await readRevision(db));
    };
    await then(withhold(db, { row: 2 }, true));
    await then(withhold(db, { row: 2 }, true));
    await then(withhold(db, { row: 2 }, false));
    await then(eraseRows(db, [4]));
    await then(eraseRows(db, [4]));
    await then(append(db, walk(start + 60 * minute), await surroundingsFor('revisi', db)));
    expect(seen).toEqual([0, 1, 1, 2, 3, 3, 3]);
    db.close();
  });
});

describe('a record that an older version kept', () => {
  test('is found, does not stand in the way, and can be deleted', async () => {
    (await openDB(oldStoreName, 3)).close();
    expect(await hasOldRecord()).toBe(true);
    expect(await readStudies()).not.toContain('');
    await recordFor('baru');
    await eraseOldRecord();
    expect(await hasOldRecord()).toBe(false);
    expect((await readStudyHeld('baru')).rows).toBeGreaterThan(3);
    await deleteDB(storeOf('baru'));
  });
});
