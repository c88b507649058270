import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeHar } from '../../cli/har/judge-har';
import { mergeQuery, packageTables } from '../../core/export/package-readme';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { openDuck, type Query } from '../builders/packages';
import { packageMaker, rowsOfParticipant } from '../builders/saved-packages';
import { tempFolder } from '../builders/temp-folder';

const docs = readFileSync(join(import.meta.dirname, '../../docs/research-package.md'), 'utf8');
const lines = [...docs.matchAll(/```sql\n([\s\S]+?)```/g)].map(([, sql = '']) => sql.trim());

test('the documented lines for merging are the ones that packages carry and tests run', () => {
  for (const table of packageTables) expect(lines).toContain(mergeQuery(table));
});

describe('the documented lines, on packages of two participants of whom one saved twice', () => {
  const folder = tempFolder('docs');
  let query: Query;
  beforeAll(async () => {
    const save = await packageMaker(folder);
    const [one, two] = ['1'.repeat(32), '2'.repeat(32)];
    const met = [{ date: '2026-11-24', ms: 60_000, pages: { 'video no': 5 } }];
    const rows = rowsOfParticipant(one);
    await save('one', { rows: rows.slice(0, 80), participant: one, exportId: 'a1', met });
    await save('one-later', { rows, participant: one, exportId: 'a2', met });
    await save('two', { rows: rowsOfParticipant(two), participant: two, exportId: 'b1', met });
    const { address, html } = pageNamed('video-basket');
    const entry = {
      startedDateTime: '2026-11-24T02:00:00Z',
      request: { method: 'GET', url: address, headers: [{ name: 'Sec-Fetch-Dest', value: 'document' }] },
      response: { status: 200, headers: [], content: { mimeType: 'text/html', text: html } },
    };
    writeFileSync(join(folder, 'walk.har'), JSON.stringify({ log: { version: '1.2', entries: [entry] } }));
    const har = judgeHar(join(folder, 'walk.har'), rulebook, '0.1.0', {
      study: 'uji-coba',
      participant: 'P12',
    });
    writeFileSync(join(folder, 'walk.har.ndjson'), [...har.lines].join('\n'));
    query = await openDuck(folder);
    for (const table of packageTables) await query(`CREATE VIEW ${table} AS ${mergeQuery(table)}`);
  });

  test.each(lines.map((line) => [line.split('\n')[0] as string, line]))('answer: %s', async (_name, line) => {
    expect((await query(line)).length).toBeGreaterThan(0);
  });

  test('put a walk saved as HAR beside the events, each row in its place', async () => {
    const counts =
      await query(`SELECT study_id, participant_code, count(*)::INT AS rows, count(DISTINCT chain)::INT AS chains
      FROM with_har WHERE participant_id = 'P12' GROUP BY ALL`);
    expect(counts).toMatchObject([{ study_id: 'uji-coba', participant_code: 'P12' }]);
    expect(counts[0]?.chains).toBe(counts[0]?.rows);
    expect(
      await query(`SELECT count(*)::INT AS n FROM with_har WHERE ts IS NULL AND erased IS NULL`),
    ).toEqual([{ n: 0 }]);
  });

  test('count each page once', async () => {
    const byProcessor = lines.find((line) => line.startsWith('SELECT processor')) ?? '';
    const counts = await query(byProcessor);
    expect(counts).toEqual([{ processor: 'tokopedia', baskets: 10n }]);
    const pages = lines.find((line) => line.startsWith('SELECT basket')) ?? '';
    expect(await query(pages)).toMatchObject(expect.arrayContaining([{ basket: 'no', pages: 10n }]));
  });
});
