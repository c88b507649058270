import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeCommand } from '../../cli/judge-command';
import { studyCommand } from '../../cli/study/study-command';
import { fingerprintOf } from '../../core/bundle/signature';
import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { pageNamed } from '../../demo/shop/demo-pages';
import { newKey } from '../../demo/study/write-package';
import { minute } from '../builders/flows';
import { filesIn, openDuck, profileFaults } from '../builders/packages';
import { runCommand } from '../builders/run-command';
import { type Made, packageBytes, rowsOfParticipant } from '../builders/saved-packages';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-study-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const met = [{ date: '2026-11-23', ms: 25 * minute, pages: { 'video no': 7 } }];
const [one, two, three] = ['1', '2', '3'].map((sign) => sign.repeat(32)) as [string, string, string];
const keysOf = new Map(await Promise.all([one, two, three].map(async (id) => [id, await newKey()] as const)));

/** Saves packages into a new folder, by their names. */
async function given(
  packages: Readonly<Record<string, Partial<Made> & { participant: string }>>,
): Promise<string> {
  const place = mkdtempSync(join(folder, 'given-'));
  for (const [name, made] of Object.entries(packages)) {
    const whole = { rows: rowsOfParticipant(made.participant), exportId: name, met, ...made };
    writeFileSync(
      join(place, `${name}.zip`),
      await packageBytes(whole, keysOf.get(made.participant) as never),
    );
  }
  return place;
}

async function studyOf(...words: readonly string[]) {
  const out = mkdtempSync(join(folder, 'out-'));
  const told = await runCommand(studyCommand, [...words, '--out', out]);
  const query = await openDuck(out);
  const rows = (table: string, what = 'count(*)::INT AS n', also = '') =>
    query(`SELECT ${what} FROM read_parquet('data/${table}/*.parquet') ${also}`);
  return { out, ...told, rows };
}

const bytesIn = (place: string) =>
  Object.fromEntries(
    filesIn(place)
      .sort()
      .map((path) => [path, readFileSync(join(place, path)).toString('base64')]),
  );

describe('a study of three participants', () => {
  test('has the same bytes, whatever the order of its packages and however often it is made', async () => {
    const place = await given({
      a: { participant: one },
      b: { participant: two, withheld: [4, 5] },
      c: { participant: three },
    });
    const zips = readdirSync(place).map((name) => join(place, name));
    const first = await studyOf(...zips);
    expect(first).toMatchObject({ status: 0 });
    const second = await studyOf(...zips.toReversed(), '--threads', '1');
    expect(bytesIn(second.out)).toEqual(bytesIn(first.out));
    const again = await runCommand(studyCommand, [
      place,
      '--out',
      first.out,
      '--checked',
      join(first.out, 'checks.json'),
    ]);
    expect(again.status).toBe(0);
    expect(bytesIn(first.out)).toEqual(bytesIn(second.out));
  });

  test('is a Data Package by the official profile, and says of every file its size, hash and rows', async () => {
    const { out } = await studyOf(await given({ a: { participant: one }, b: { participant: two } }));
    const description = JSON.parse(readFileSync(join(out, 'data/datapackage.json'), 'utf8'));
    expect(profileFaults(description)).toEqual([]);
    const listed = description.resources.flatMap(
      ({ files }: { files: { path: string; bytes: number }[] }) => files,
    );
    expect(listed.map(({ path }: { path: string }) => path).sort()).toEqual(
      filesIn(join(out, 'data'))
        .filter((path) => path.endsWith('.parquet'))
        .sort(),
    );
    for (const { path, bytes } of listed) expect(statSync(join(out, 'data', path)).size).toBe(bytes);
    const dictionary = readFileSync(join(out, 'dictionary.csv'), 'utf8');
    for (const { name, schema } of description.resources)
      for (const field of schema.fields)
        expect(dictionary).toContain(`\r\n${name.replace('-', '_')},${field.name},`);
  });

  test('leaves out what does not hold, says so, and counts the rest', async () => {
    const place = await given({ a: { participant: one }, b: { participant: two } });
    const spoiled = readFileSync(join(place, 'b.zip'));
    writeFileSync(join(place, 'b.zip'), spoiled.subarray(0, -100));
    const { status, stdout, out, rows } = await studyOf(place);
    expect(status).toBe(0);
    expect(stdout).toContain('✗ left out b.zip: container');
    expect(await rows('participants', 'participant_id')).toEqual([{ participant_id: one }]);
    const checks = JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8'));
    expect(checks.counts).toMatchObject({ received: { packages: 2 }, whole: { packages: 1, rows: 179 } });
    expect(checks.packages).toMatchObject([
      { name: 'a.zip', outcome: 'holds' },
      { name: 'b.zip', outcome: 'left-out', findings: [{ check: 'container', level: 'fail' }] },
    ]);
  });

  test('knows a person by code and roster, on whichever device', async () => {
    const place = await given({
      a: { participant: one, code: 'P1' },
      b: { participant: two, code: 'P1' },
      c: { participant: three },
    });
    const roster = join(place, 'roster.csv');
    writeFileSync(roster, `participant,person,arm,weight\n${three},Q9,control,1.5\n`);
    const { rows } = await studyOf(place, '--roster', roster);
    expect(await rows('participants', 'person, arm, weight', 'ORDER BY person, participant_id')).toEqual([
      { person: 'P1', arm: null, weight: null },
      { person: 'P1', arm: null, weight: null },
      { person: 'Q9', arm: 'control', weight: 1.5 },
    ]);
    expect(await rows('pages', 'count(DISTINCT person)::INT AS n')).toEqual([{ n: 2 }]);
  });

  test('flags what is from outside its days, or from after it was received, and keeps it', async () => {
    const place = await given({ a: { participant: one } });
    writeFileSync(join(place, 'received.csv'), 'package,day\na.zip,2026-11-24\n');
    const { stdout, rows } = await studyOf(
      place,
      '--from',
      '2026-11-25',
      '--received',
      join(place, 'received.csv'),
    );
    expect(stdout).toContain('! flagged a.zip: clock-ahead, outside-dates');
    expect(await rows('participants', 'flags, CAST(received AS VARCHAR) AS received')).toEqual([
      { flags: 'clock-ahead outside-dates', received: '2026-11-24' },
    ]);
  });
});

describe('several exports of one participant', () => {
  const whole = rowsOfParticipant(one);
  const flow = JSON.parse(whole[0]?.body ?? '').flow_id as string;
  const inFlow = whole.filter(({ body }) => body?.includes(flow)).map(({ n }) => n);
  const erased = whole.map((row) =>
    inFlow.includes(row.n) ? (erasedRow(row, 'participant') as LogRow) : row,
  );
  const mine = (more: Partial<Made> = {}) => ({ participant: one, ...more });
  const said = async (packages: Parameters<typeof given>[0]) => {
    const { rows } = await studyOf(await given(packages));
    const [events] = await rows(
      'events',
      'count(*)::INT AS rows, count(event_id)::INT AS said, count(DISTINCT n)::INT AS places',
    );
    const [flows] = await rows('flows', 'count(*)::INT AS flows, count(DISTINCT flow_id)::INT AS once');
    return { ...events, ...flows };
  };
  const all = { rows: whole.length, said: whole.length, places: whole.length, flows: 14, once: 14 };
  const less = { ...all, said: whole.length - inFlow.length, flows: 13, once: 13 };

  test('give each row and flow once, and back what was withheld and released', async () => {
    const withheld = mine({ withheld: inFlow, revision: 1 });
    expect(await said({ a: mine(), b: withheld, c: mine({ revision: 2 }) })).toEqual(all);
    expect(await said({ a: mine(), b: withheld })).toEqual(less);
  });

  test('give nothing of what was erased since, and what was recorded since', async () => {
    const early = mine({ rows: whole.slice(0, 60) });
    expect(
      await said({ a: early, b: mine({ revision: 1 }), c: mine({ rows: erased, revision: 3 }) }),
    ).toEqual(less);
    expect(await said({ a: early, b: mine() })).toEqual(all);
  });

  test('give nothing of what was erased in any of them, where a browser was put back to an earlier state', async () => {
    const erasedFirst = mine({ rows: erased.slice(0, 60), revision: 3 });
    expect(await said({ a: erasedFirst, b: mine({ revision: 1 }) })).toEqual(less);
    const { rows, stdout } = await studyOf(await given({ a: erasedFirst, b: mine({ revision: 1 }) }));
    expect(stdout).toContain('! flagged b.zip: erasure-undone');
    expect(await rows('pages', 'count(*)::INT AS n', `WHERE flow_id = '${flow}'`)).toEqual([{ n: 0 }]);
    expect(await rows('rejudgements', 'count(*)::INT AS n', `WHERE flow_id = '${flow}'`)).toEqual([{ n: 0 }]);
    expect(await rows('participants', 'n_erased, flags')).toEqual([
      { n_erased: BigInt(inFlow.length), flags: 'erasure-undone' },
    ]);
  });

  test('are one where the very same was given twice', async () => {
    const place = await given({ a: mine() });
    writeFileSync(join(place, 'copy.zip'), readFileSync(join(place, 'a.zip')));
    const { rows } = await studyOf(place);
    expect(await rows('participants', 'n_packages')).toEqual([{ n_packages: 1 }]);
  });
});

describe('whoever withdrew', () => {
  test.each([
    ['an export id', 'export-two'],
    ['the pseudonym', two],
    ['the code', 'Peserta-Dua'],
    ['what a file’s name shows of the pseudonym', two.slice(0, 8)],
    ['the file’s name', 'export-two.zip'],
  ])('is in no file of the study, named by %s', async (_how, id) => {
    const place = await given({
      'export-one': { participant: one, code: 'P1' },
      'export-two': { participant: two, code: 'Peserta-Dua' },
      'export-early': { participant: two, code: 'Peserta-Dua', rows: rowsOfParticipant(two).slice(0, 50) },
    });
    const list = join(place, 'withdrawn.txt');
    writeFileSync(list, `# asked for on paper\n${id}\n`);
    const { status, out, stdout, stderr, rows } = await studyOf(place, '--withdrawn', list);
    expect(status).toBe(0);
    const { publicKey } = keysOf.get(two) as CryptoKeyPair;
    const key = fingerprintOf(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    const head = rowsOfParticipant(two).at(-1)?.chain as string;
    const written = [
      ...filesIn(out).map((path) => `${path} ${readFileSync(join(out, path), 'latin1')}`),
      stdout,
      stderr,
    ].join('\n');
    for (const trace of [two, two.slice(0, 8), 'Peserta-Dua', 'export-two', 'export-early', key, head])
      expect(written).not.toContain(trace);
    const { counts } = JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8'));
    expect(counts).toMatchObject({
      received: { packages: 3, persons: 2, rows: null },
      not_withdrawn: { packages: 1, rows: 179 },
    });
    expect(stdout).toContain('delete them, and every earlier copy');
    // How many rows they had is nobody's business either.
    for (const path of ['checks.json', 'methods.md', 'study.lock.json', 'tables/00-intake.csv'])
      expect(readFileSync(join(out, path), 'utf8'), path).not.toMatch(/\b(?:408|229)\b/);
    expect(await rows('participants', 'participant_id')).toEqual([{ participant_id: one }]);
  });

  test('is told where a line is about nobody who is here', async () => {
    const place = await given({ a: { participant: one, code: 'P1' } });
    writeFileSync(join(place, 'withdrawn.txt'), 'P11\n');
    const { status, stderr } = await studyOf(place, '--withdrawn', join(place, 'withdrawn.txt'));
    expect(status).toBe(0);
    expect(stderr).toContain('"P11" in the withdrawals fits no package');
  });

  test('a run that is refused leaves the study of before', async () => {
    const place = await given({ a: { participant: one, code: 'P1' } });
    const { out } = await studyOf(place);
    const before = filesIn(out);
    expect((await studyOf(place, '--study', 'another')).status).toBe(2);
    expect(filesIn(out)).toEqual(before);
  });
});

/** A walk as developer tools save it, judged for a study. */
async function walkIn(place: string, name: string, at: string): Promise<void> {
  const entries = ['video-basket', 'shop-id-product'].map((page, index) => {
    const { address, html } = pageNamed(page);
    const headers = [{ name: 'Content-Type', value: 'text/html' }];
    return {
      startedDateTime: new Date(Date.parse(at) + index * minute).toISOString(),
      time: 1,
      _resourceType: 'document',
      request: { method: 'GET', url: address, headers: [] },
      response: { status: 200, headers, content: { mimeType: 'text/html', text: html } },
    };
  });
  const har = join(place, `${name}.har`);
  writeFileSync(
    har,
    JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }),
  );
  const { stdout } = await runCommand(judgeCommand, [
    '--har',
    har,
    '--study',
    'uji-coba',
    '--participant',
    'P12',
  ]);
  writeFileSync(join(place, `${name}.ndjson`), stdout);
}

describe('walks saved as HAR', () => {
  test('are marked, count in main results only where that was asked for, and withdraw as others do', async () => {
    const place = await given({ a: { participant: one } });
    await walkIn(place, 'monday', '2026-11-24T03:00:00Z');
    await walkIn(place, 'tuesday', '2026-11-25T03:00:00Z');
    const without = await studyOf(place);
    const counted = 'person, source, analysed, count(*)::INT AS pages';
    const of = (analysed: boolean) => [
      { person: one, source: 'browser', analysed: true, pages: 28 },
      { person: 'P12', source: 'har', analysed, pages: 4 },
    ];
    expect(await without.rows('pages', counted, 'GROUP BY ALL ORDER BY person')).toEqual(of(false));
    expect(await without.rows('flows', 'count(*)::INT AS flows', `WHERE source = 'har'`)).toEqual([
      { flows: 2 },
    ]);
    const withHar = await studyOf(place, '--with-har');
    expect(await withHar.rows('pages', counted, 'GROUP BY ALL ORDER BY person')).toEqual(of(true));
    writeFileSync(join(place, 'withdrawn.txt'), 'P12\n');
    const less = await studyOf(place, '--withdrawn', join(place, 'withdrawn.txt'));
    expect(await less.rows('participants', 'source')).toEqual([{ source: 'browser' }]);
  });

  test('are left out where they are no lines of judge --har', async () => {
    const place = await given({ a: { participant: one } });
    writeFileSync(join(place, 'other.ndjson'), '{"event":"nav"}\n');
    const { status, out } = await studyOf(place);
    expect(status).toBe(0);
    const { packages } = JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8'));
    expect(packages).toMatchObject([
      { name: 'a.zip' },
      { name: 'other.ndjson', findings: [{ check: 'har', row: 1 }] },
    ]);
  });
});

describe('hostile text', () => {
  test('in a walk and in names reaches neither a spreadsheet, nor the report, nor a terminal as what it would be', async () => {
    const place = await given({ a: { participant: one } });
    await walkIn(place, 'walk', '2026-11-24T03:00:00Z');
    const hosts = [
      '=1+1',
      '\uff1d1+1',
      '\n=2+2',
      '</style><script>x</script>',
      '\u202egro.live',
      '\u001b[31mred\u0007',
    ];
    const lines = readFileSync(join(place, 'walk.ndjson'), 'utf8').trim().split('\n');
    const [page] = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'step');
    const contacts = hosts.map((host, index) =>
      JSON.stringify({
        ...page,
        event: 'host_contacted',
        event_id: `e${index}`,
        seq: 900 + index,
        n: 900 + index,
        host,
        party: 'other',
        contact_source: 'web-request',
        note: host,
      }),
    );
    writeFileSync(join(place, '\u001b[31mwalk\u202e.ndjson'), `${[...lines, ...contacts].join('\n')}\n`);
    rmSync(join(place, 'walk.ndjson'));
    writeFileSync(join(place, '\u001b[2J.zip'), 'no ZIP');
    const { status, out, stdout, stderr } = await studyOf(place, '--with-har');
    expect(status).toBe(0);
    const csv = readFileSync(join(out, 'tables/06-hosts-by-step.csv'), 'utf8');
    expect(csv).toContain("'=1+1");
    expect(csv).toContain('script');
    const written = ['tables', 'public'].flatMap((name) =>
      readdirSync(join(out, name)).map((file) => readFileSync(join(out, name, file), 'utf8')),
    );
    const report = readFileSync(join(out, 'report.html'), 'utf8');
    expect(report).not.toContain('<script');
    for (const text of written) expect(text).not.toMatch(/(?:^|[,;"\n])[=\uff1d]/);
    for (const text of [...written, report, stdout, stderr])
      expect(text).not.toMatch(/(?![\r\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('wrong usage', () => {
  test('is told in a sentence', async () => {
    const place = await given({ a: { participant: one } });
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'thesis.txt'), '');
    const empty = mkdtempSync(join(folder, 'empty-'));
    const cases: readonly (readonly [words: string[], says: RegExp])[] = [
      [[], /Packages are missing/],
      [[place], /Say where the study goes/],
      [[place, '--check', '--out', empty], /--check writes nothing/],
      [[place, '--out', join(folder, 'full')], /holds something else than a study/],
      [[empty, '--check'], /holds no package/],
      [['nowhere.zip', '--check'], /There is no "nowhere.zip"/],
      [[place, '--out', empty, '--received', folder], /cannot be read \(EISDIR\)/],
      [[place, '--out', empty, '--received', 'nowhere.csv'], /cannot be read \(ENOENT\)/],
      [[place, '--check', '--from', 'May'], /"May" is no day/],
      [
        [place, '--out', empty, '--study', 'other'],
        /No package is of the study "other"; there are: uji-coba/,
      ],
    ];
    for (const [words, says] of cases) {
      const { status, stderr } = await runCommand(studyCommand, words);
      expect({ status, stderr }, words.join(' ')).toEqual({ status: 2, stderr: expect.stringMatching(says) });
    }
  });

  test('of packages of two studies asks which one is meant', async () => {
    const place = await given({
      a: { participant: one },
      b: { participant: two, study: 'lain', rows: rowsOfParticipant(two, 'lain') },
    });
    expect((await studyOf(place)).stderr).toMatch(/several studies \(lain, uji-coba\); say with --study/);
    const { status, rows } = await studyOf(place, '--study', 'lain');
    expect(status).toBe(0);
    expect(await rows('events', 'DISTINCT study_id')).toEqual([{ study_id: 'lain' }]);
  });
});
