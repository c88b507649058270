import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { eventOf, nextRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { newKey } from '../../demo/study/write-package';
import { runCommand } from '../builders/run-command';
import { type Made, packageBytes, rowsOfParticipant } from '../builders/saved-packages';
import {
  changedParquet,
  filesOfZip,
  type PackageFiles,
  signAgain,
  zipOf,
} from '../builders/spoiled-packages';

const participant = '1'.repeat(32);
const whole = rowsOfParticipant(participant);
const head = whole.at(-1) as LogRow;
const keys = await newKey();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tampered-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Bytes = Uint8Array;
const honest = (made: Partial<Made> = {}, by = keys): Promise<Bytes> =>
  packageBytes({ rows: whole, participant, exportId: 'x1', ...made }, by);

/** What the command says of ZIPs that lie in a folder: each package's checks that do not hold, and the exit code. */
async function checked(zips: readonly Bytes[], ...words: readonly string[]) {
  const place = mkdtempSync(join(folder, 'given-'));
  for (const [index, zip] of zips.entries()) writeFileSync(join(place, `p${index + 1}.zip`), zip);
  const { status, stdout } = await runCommand(studyCommand, ['--check', place, '--json', ...words]);
  const { packages } = JSON.parse(stdout);
  return {
    status,
    checks: packages.map(({ findings }: { findings: { check: string }[] }) => [
      ...new Set(findings.map(({ check }) => check)),
    ]),
    findings: packages.flatMap(({ findings }: { findings: unknown[] }) => findings),
  };
}

/** The honest package with its files changed. */
async function changed(
  change: (files: PackageFiles) => Promise<PackageFiles> | PackageFiles,
): Promise<Bytes> {
  mkdirSync(join(folder, 'honest'), { recursive: true });
  const zip = join(folder, 'honest', 'p.zip');
  writeFileSync(zip, await honest());
  return zipOf(await change(filesOfZip(zip)));
}

const tableIn = (files: PackageFiles, table: string) =>
  [...files.keys()].find((path) => path.startsWith(`${table}/`)) as string;

/** One table changed by a query, and all described and signed again by the holder of the key. */
const rewritten = (table: string, select: string) =>
  changed(async (files) => {
    const path = tableIn(files, table);
    files.set(path, await changedParquet(files.get(path) as Buffer, select));
    return signAgain(files, keys);
  });

/** Rows whose events are changed and chained anew from there on, as only the extension itself could. */
function rechained(change: (event: object, n: number) => object, salt?: string): LogRow[] {
  const rows: LogRow[] = [];
  for (const { n, body, salt: before } of whole) {
    const event = change(eventOf(body ?? '') ?? {}, n);
    rows.push(nextRow(rows.at(-1) ?? null, event as never, n > 50 && salt ? salt : (before ?? '')));
  }
  return rows;
}

const withRow = (n: number, change: (row: LogRow) => LogRow): LogRow[] =>
  whole.map((row) => (row.n === n ? change(row) : row));

describe('a package of which nothing was changed', () => {
  test('holds, as a ZIP and unpacked, with every row that was recorded', async () => {
    expect(await checked([await honest({ withheld: [4, 5] })])).toMatchObject({ status: 0, checks: [[]] });
  });

  test('holds where nothing was met', async () => {
    const met = [{ date: '2026-11-23', ms: 60_000, pages: { 'video no': 2 } }];
    expect(await checked([await honest({ rows: [], met })])).toMatchObject({ status: 0, checks: [[]] });
  });

  test('holds beside an earlier one and a later one of the same chain', async () => {
    const earlier = await honest({ rows: whole.slice(0, 60), exportId: 'x0' });
    const later = await honest({ exportId: 'x2', revision: 1, withheld: [7] });
    expect(await checked([earlier, await honest(), later])).toMatchObject({
      status: 0,
      checks: [[], [], []],
    });
  });
});

describe('a package that was spoiled is refused', () => {
  const spoiled: Readonly<Record<string, () => Promise<Bytes | readonly Bytes[]>>> = {
    'events-differ': () =>
      rewritten(
        'events',
        `SELECT * REPLACE (CASE WHEN n = 6 THEN 'tiktok-shop' ELSE processor END AS processor) FROM file`,
      ),
    'file-missing': () =>
      changed((files) => {
        files.delete(tableIn(files, 'rejudgements'));
        return files;
      }),
    'file-unlisted': () =>
      changed((files) => {
        const path = tableIn(files, 'events');
        return files.set(path.replace('part-', 'part-more-'), files.get(path) as Buffer);
      }),
    'file-hash': () =>
      changed((files) => {
        const text = files.get('codebook.csv')?.toString() ?? '';
        return files.set('codebook.csv', Buffer.from(text.replace('tokopedia', 'tokopedla')));
      }),
    'chain-leaf': () => honest({ rows: withRow(9, (row) => ({ ...row, salt: 'f'.repeat(32) })) }),
    'chain-link': () => honest({ rows: withRow(9, (row) => ({ ...row, chain: 'a'.repeat(64) })) }),
    'chain-gap': () => honest({ rows: whole.filter(({ n }) => n !== 9) }),
    'chain-cut': () => honest({ rows: whole.slice(0, -5), head }),
    signature: async () => {
      const other = await newKey();
      return changed((files) => signAgain(files, other));
    },
    key: async () => [await honest(), await honest({ exportId: 'x2', revision: 1 }, await newKey())],
    fork: async () => [
      await honest(),
      await honest({ rows: rechained((event) => event, 'e'.repeat(32)), exportId: 'x2', revision: 1 }),
    ],
    'flows-differ': () =>
      rewritten(
        'flows',
        `SELECT * REPLACE (CASE WHEN n_hosts = 1 THEN 'tiktok-shop' ELSE processor END AS processor) FROM file`,
      ),
    'foreign-rows': () => honest({ rows: rowsOfParticipant(participant, 'lain') }),
    'personal-shape': () =>
      honest({
        rows: rechained((event, n) => (n === 20 ? { ...event, signal_value: 'nomor 30123456789' } : event)),
      }),
    'clock-back': () =>
      honest({
        rows: rechained((event, n) =>
          n > 100 ? { ...event, ts: (event as { ts: number }).ts - 86_400_000 } : event,
        ),
      }),
    container: async () => (await honest()).subarray(0, -3000),
    'rejudgements-differ': () =>
      rewritten('rejudgements', `SELECT * REPLACE ('conflicting' AS first_basket) FROM file`),
    'exposure-differs': () => rewritten('exposure_pages', 'SELECT * REPLACE (pages + 1 AS pages) FROM file'),
    'value-unknown': () =>
      honest({ rows: rechained((event, n) => (n === 20 ? { ...event, party: 'nobody' } : event)) }),
    'events-rows': () => rewritten('events', 'SELECT * FROM file ORDER BY n DESC'),
    checkpoint: () =>
      changed((files) => {
        const [line = ''] = files.get('checkpoints.ndjson')?.toString().split('\n') ?? [];
        const early = JSON.stringify({ ...JSON.parse(line), n: 9, chain: whole[8]?.chain });
        files.set('checkpoints.ndjson', Buffer.from(`${early}\n${line}\n`));
        return signAgain(files, keys);
      }),
    'chain-line': () => honest({ rows: withRow(9, (row) => ({ ...row, leaf: 'none' })) }),
    'schema-version': () => rewritten('exposure', 'SELECT * EXCLUDE (pages) FROM file'),
  };

  test.each(Object.entries(spoiled))('by the check "%s", and by no other', async (id, spoil) => {
    const made = await spoil();
    const zips = made instanceof Uint8Array ? [made] : made;
    const found = await checked(zips as readonly Bytes[]);
    expect(found.checks, JSON.stringify(found.findings, null, 1)).toEqual(zips.map(() => [id]));
    // A clock that was set back is an honest thing: it is flagged.
    expect(found.status).toBe(id === 'clock-back' ? 0 : 1);
  });

  test('also where its chain goes on beyond what is signed', async () => {
    const longer = honest({ rows: whole, head: whole[100] as LogRow });
    expect(await checked([await longer])).toMatchObject({ status: 1, checks: [['chain-cut']] });
  });

  test.each([
    ['its end', (bytes: Buffer) => bytes.fill(7, bytes.length - 40)],
    ['its middle', (bytes: Buffer) => bytes.fill(7, 4, bytes.length / 2)],
    ['all of it', () => Buffer.from('nothing')],
  ])('where its key signs a table that cannot be read, in our words: %s', async (_where, spoil) => {
    const zip = await changed((files) => {
      const path = tableIn(files, 'events');
      return signAgain(files.set(path, spoil(Buffer.from(files.get(path) as Buffer))), keys);
    });
    const { checks, findings } = await checked([zip]);
    expect(checks).toEqual([['file-rows']]);
    expect(JSON.stringify(findings)).toMatch(/cannot be read|can be read/);
    expect(JSON.stringify(findings)).not.toMatch(/Error|tmp/);
  });

  test('naming the file and the row', async () => {
    const { findings } = await checked([(await spoiled['events-differ']?.()) as Bytes]);
    expect(findings).toMatchObject([
      {
        check: 'events-differ',
        file: expect.stringMatching(/^events\/study=uji-coba\/date=2026-11-24\//),
        row: 6,
        says: expect.stringContaining('processor'),
      },
    ]);
  });

  test('without repeating what looks personal', async () => {
    const { findings } = await checked([(await spoiled['personal-shape']?.()) as Bytes]);
    expect(findings).toMatchObject([{ row: 20, says: expect.stringContaining('signal_value') }]);
    expect(JSON.stringify(findings)).not.toContain('30123456789');
  });
});
