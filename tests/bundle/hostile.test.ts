import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { sameBytes, utf8ToBytes } from '../../core/bundle/bytes';
import { examine } from '../../core/bundle/verify/verify';
import { endRecord, localHeader } from '../../core/bundle/zip/write-zip';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { filesOf, time, withArchive, zipOf } from '../builders/tampering';
import { isWholeRun } from '../run/whole-run';

let bundle: Uint8Array;

beforeAll(async () => {
  bundle = await bundleWithNotes(await newKey());
});

/** Ends with findings, whatever the bytes; gives those about the containers. */
async function containers(bytes: Uint8Array): Promise<string[]> {
  const { checks, holds } = await examine(bytes);
  expect(holds).toBe(false);
  expect(checks.some(({ outcome }) => outcome === 'fails')).toBe(true);
  return checks
    .filter(({ check, outcome }) => outcome === 'fails' && (check === 'bundle' || check === 'archive'))
    .map(({ why }) => why);
}

const replaced = (name: string, bytes: Uint8Array): Uint8Array => zipOf(filesOf(bundle).set(name, bytes));

describe('hostile bytes end in findings', { timeout: 60_000 }, () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(0x50)],
    ['a text', utf8ToBytes('<script>alert(1)</script>')],
    ['an end record alone', endRecord(0, 0, 0)],
    ['an end record that points far away', endRecord(0xffff, 0xffffffff, 0xffffffff)],
    ['a header alone', localHeader({ name: 'capture.wacz', size: 0xffffffff, crc: 0, offset: 0 }, time)],
    ['zeros', new Uint8Array(1 << 20)],
    [
      'end records over and over',
      new Uint8Array(1 << 18).map((_, at) => [0x50, 0x4b, 5, 6][at % 4] as number),
    ],
    ['headers over and over', new Uint8Array(1 << 18).map((_, at) => [0x50, 0x4b, 3, 4][at % 4] as number)],
  ])('%s', async (_name, bytes) => {
    expect((await containers(bytes)).length).toBeGreaterThan(0);
  });

  test('a ZIP bomb in place of the archive, and as the whole', async () => {
    const bomb = zipSync({ 'capture.wacz': new Uint8Array(260 << 20) }, { level: 1 });
    expect(bomb.length).toBeLessThan(2 << 20);
    expect(await containers(bomb)).toContain('too-large');
    expect(await containers(replaced('capture.wacz', bomb))).toContain('too-large');
  });

  test('a gzip bomb in place of a record', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(400 << 20), { level: 9 }));
    expect(bomb.length).toBeLessThan(1 << 20);
    const changed = withArchive(bundle, (files) =>
      files.set('archive/data.warc.gz', bomb).set('indexes/index.cdxj', new Uint8Array()),
    );
    const { checks } = await examine(changed);
    expect(checks.find(({ check, outcome }) => check === 'records' && outcome === 'fails')).toMatchObject({
      why: 'too-large',
      file: 'capture.wacz/archive/data.warc.gz#0',
    });
  });

  test('ten thousand files', async () => {
    const many = zipOf(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, new Uint8Array()] as const));
    expect(await containers(many)).toEqual(['too-many-files']);
  });

  test('many directory entries for the same bytes', async () => {
    const name = 'capture.wacz';
    const data = new Uint8Array(1 << 20);
    const one = zipSync({ [name]: data }, { level: 0 });
    const first = one.length - 22 - 46 - name.length;
    const entry = one.subarray(first, one.length - 22);
    const count = 500;
    const end = endRecord(count, entry.length * count, first);
    const all = new Uint8Array(first + entry.length * count + 22);
    all.set(one.subarray(0, first));
    for (let n = 0; n < count; n += 1) all.set(entry, first + n * entry.length);
    all.set(end, all.length - 22);
    expect(await containers(all)).toEqual(['overlapping']);
  });

  test('encrypted entries, and sizes of ZIP64', async () => {
    const encrypted = bundle.slice();
    encrypted[6] = 1;
    // The file lies there as it was and the directory says so: a header that contradicts it changes no content.
    const noted = async (bytes: Uint8Array) =>
      (await examine(bytes)).checks.filter(({ outcome }) => outcome === 'fails' || outcome === 'noted');
    expect(await noted(encrypted)).toEqual([
      { check: 'bundle', outcome: 'noted', why: 'header', file: 'capture.wacz', from: 6, to: 6 },
    ]);
    const zip64 = bundle.slice();
    zip64.fill(0xff, 18, 26);
    expect(await noted(zip64)).toEqual([
      { check: 'bundle', outcome: 'noted', why: 'header', file: 'capture.wacz', from: 18, to: 25 },
    ]);
  });

  test('JSON that is deep, huge, or of another shape, in every place where JSON is read', async () => {
    for (const text of [
      '['.repeat(200_000),
      '{}',
      'null',
      '"x"',
      `{"resources":[${'{},'.repeat(9)}{}]}`,
      '{"a":1e999}',
    ]) {
      const bytes = utf8ToBytes(text);
      expect((await examine(replaced('notes.json', bytes))).holds).toBe(false);
      for (const name of [
        'datapackage.json',
        'datapackage-digest.json',
        'evidence/capture.json',
        'indexes/index.cdxj',
        'pages/pages.jsonl',
      ]) {
        const { holds } = await examine(withArchive(bundle, (files) => files.set(name, bytes)));
        expect(holds, `${name} ${text.slice(0, 20)}`).toBe(false);
      }
    }
  });

  test('names that would turn the writing round or hide', async () => {
    const name = 'VERIFY\u202Etxt.exe\u0007';
    const { checks } = await examine(zipOf([...filesOf(bundle), [name, utf8ToBytes('x')]]));
    expect(checks.find(({ why }) => why === 'added')?.file).toBe('VERIFY\ufffdtxt.exe\ufffd');
  });

  test('a picture that says to be a PNG and ends there', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    for (const bytes of [png, new Uint8Array([...png, ...new Uint8Array(26).fill(255)])]) {
      const { holds } = await examine(
        withArchive(bundle, (files) => files.set('evidence/screenshot.png', bytes)),
      );
      expect(holds).toBe(false);
    }
  });

  test('facts with an address that is none', async () => {
    const facts = new TextDecoder().decode(
      filesOf(filesOf(bundle).get('capture.wacz') as Uint8Array).get('evidence/capture.json'),
    );
    const changed = withArchive(bundle, (files) =>
      files
        .set(
          'evidence/capture.json',
          utf8ToBytes(facts.replace(/"page_url_masked": "[^"]+"/, '"page_url_masked": "http://["')),
        )
        .set('datapackage.json', utf8ToBytes('{}')),
    );
    const { checks } = await examine(changed);
    expect(checks.find(({ check }) => check === 'facts')).toMatchObject({
      outcome: 'fails',
      why: 'unreadable',
    });
  });

  test('stretches cut out, repeated, zeroed or moved at random', async () => {
    const whole = filesOf(bundle);
    let state = 20261124;
    const below = (most: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % most;
    };
    for (let n = 0; n < (isWholeRun ? 400 : 150); n += 1) {
      const [from, to, at] = [below(bundle.length), below(bundle.length), below(bundle.length)];
      const part = bundle.subarray(Math.min(from, to), Math.max(from, to));
      const kinds = [
        () =>
          new Uint8Array([...bundle.subarray(0, Math.min(from, to)), ...bundle.subarray(Math.max(from, to))]),
        () => new Uint8Array([...bundle.subarray(0, at), ...part, ...bundle.subarray(at)]),
        () => bundle.slice().fill(below(256), at, at + 1 + below(400)),
        () => new Uint8Array([...bundle.subarray(at), ...bundle.subarray(0, at)]),
      ];
      const changed = (kinds[n % kinds.length] as () => Uint8Array)();
      const isSame = changed.length === bundle.length && changed.every((byte, m) => byte === bundle[m]);
      const { holds, files, checks } = await examine(changed);
      // What fell between the files alone leaves them whole: that holds, and is noted.
      const isWhole = [...whole].every(([name, bytes]) =>
        sameBytes(files.get(name) ?? new Uint8Array(), bytes),
      );
      const isNoted = checks.some(({ outcome }) => outcome === 'noted');
      expect(holds && !(isWhole && (isSame || isNoted)), `${n}: ${from} ${to} ${at}`).toBe(false);
      if (isSame) expect(holds).toBe(true);
    }
  });
});
