import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { utf8ToBytes } from '../../core/bundle/bytes';
import { changesOf } from '../../core/bundle/verify/changes-of';
import { examine } from '../../core/bundle/verify/verify';
import { summaryOf } from '../../core/bundle/words';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { isHere, looseIn, packedBy, ways } from '../builders/other-zip-tools';
import { filesOf, zipOf } from '../builders/tampering';
import { tempFolder } from '../builders/temp-folder';
import { ofMatrix } from '../run/whole-run';

const folder = tempFolder('other-zip');
let files: Map<string, Uint8Array>;
let wacz: Uint8Array;

beforeAll(async () => {
  files = filesOf(await bundleWithNotes(await newKey()));
  wacz = files.get('capture.wacz') ?? new Uint8Array();
});

/** The files with one byte of one of them changed. */
function changedIn(name: string): Map<string, Uint8Array> {
  const bytes = files.get(name)?.slice() ?? new Uint8Array();
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] as number) ^ 1;
  return new Map(files).set(name, bytes);
}

const rootsOf = (checks: Awaited<ReturnType<typeof examine>>['checks']) =>
  changesOf(checks).map(({ file = '' }) => file.split('/')[0]);

/** What differs most in how it packs: a folder's name, sizes behind the data, other separators, files beside. */
const telling = ways.filter(({ name }) =>
  /-r of the folder|pipe|cannot go back|with NTFS|Windows|macOS/.test(name),
);

describe.each(ofMatrix(ways, telling).map((way) => [way.name, way] as const))(
  'a bundle packed again by %s',
  (_name, way) => {
    test.skipIf(!isHere(way))('holds, and only its container is said to be another', async () => {
      const found = await examine(packedBy(way, files, folder));
      expect(found.checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
      expect(found.holds).toBe(true);
      expect(summaryOf(found)).toBe('repacked');
      expect(found.checks.filter(({ outcome }) => outcome === 'noted').map(({ why }) => why)).toContain(
        'repacked',
      );
      expect(found.notes?.notes).toHaveLength(3);
      expect(found.files).toEqual(files);
    });

    test.skipIf(!isHere(way))(
      'does not hold with one changed byte in any of its files, and names that file',
      async () => {
        for (const name of files.keys()) {
          const found = await examine(packedBy(way, changedIn(name), folder));
          expect(found.holds, name).toBe(false);
          expect(rootsOf(found.checks), name).toContain(name);
        }
      },
    );

    test.skipIf(!isHere(way))('names the file in whose packed bytes one was changed', async () => {
      const packed = packedBy(way, files, folder);
      const at = packed.length >> 1;
      packed[at] = (packed[at] as number) ^ 1;
      const found = await examine(packed);
      expect(found.holds).toBe(false);
      expect(rootsOf(found.checks)).toContain('capture.wacz');
    });
  },
);

describe('a bundle that somebody unpacked', () => {
  const loose = (all: ReadonlyMap<string, Uint8Array>, inFolder = '') =>
    [...all].map(([name, bytes]) => ({ name: inFolder + name, bytes }));

  test('holds as loose files and as a folder, in any order, beside what file managers leave', async () => {
    const kept = join(folder, 'kept');
    mkdirSync(join(kept, 'bundle'), { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(kept, 'bundle', name), bytes);
    writeFileSync(join(kept, 'bundle/.DS_Store'), 'x');
    for (const given of [loose(files), loose(files).toReversed(), loose(files, 'bundle/'), looseIn(kept)]) {
      const found = await examine(given);
      expect(found.checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
      expect(found.holds).toBe(true);
      expect(found.files).toEqual(files);
    }
  });

  test('names the file and the byte in it that was changed', async () => {
    for (const name of files.keys()) {
      const found = await examine(loose(changedIn(name)));
      expect(found.holds, name).toBe(false);
      expect(rootsOf(found.checks), name).toContain(name);
    }
    const { checks } = await examine(loose(changedIn('pubkey.pem')));
    const at = (files.get('pubkey.pem')?.length ?? 0) >> 1;
    expect(checks.find(({ check }) => check === 'key')).toMatchObject({ outcome: 'fails', from: at, to: at });
  });

  test('is refused with a file that is missing, added, or there twice', async () => {
    for (const name of ['capture.wacz.sig', 'SHA256SUMS']) {
      const less = loose(files).filter((file) => file.name !== name);
      expect((await examine(less)).checks).toContainEqual(
        expect.objectContaining({ why: 'removed', file: name }),
      );
    }
    const stray = { name: 'note.txt', bytes: utf8ToBytes('x') };
    expect((await examine([...loose(files), stray])).holds).toBe(false);
    const twin = { name: './pubkey.pem', bytes: utf8ToBytes('x') };
    expect((await examine([...loose(files), twin])).checks).toContainEqual(
      expect.objectContaining({ why: 'twice', file: 'pubkey.pem' }),
    );
  });
});

describe('the archive alone', () => {
  test('holds by its own signature, packed as it was, packed again, and unpacked; the rest is said to be absent', async () => {
    const inner = filesOf(wacz);
    const again = zipSync(Object.fromEntries(inner));
    const inFolder = zipSync({ capture: Object.fromEntries([...inner]) });
    const loose = [...inner].map(([name, bytes]) => ({ name: `capture/${name}`, bytes }));
    for (const given of [wacz, again, inFolder, loose]) {
      const found = await examine(given);
      expect(found.checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
      expect(summaryOf(found)).toBe('alone');
      expect(found.holds).toBe(true);
      expect(found.checks).toContainEqual({ check: 'signature', outcome: 'absent', why: 'archive-alone' });
    }
  });

  test('does not hold with any of its files changed, whoever packed it', async () => {
    const inner = filesOf(wacz);
    for (const [name, bytes] of inner) {
      const changed = bytes.slice();
      changed[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
      for (const given of [
        zipOf(new Map(inner).set(name, changed)),
        zipSync(Object.fromEntries(new Map(inner).set(name, changed))),
      ]) {
        const found = await examine(given);
        expect(found.holds, name).toBe(false);
        expect(
          changesOf(found.checks).map(({ file }) => file?.split('#')[0]),
          name,
        ).toContain(`capture.wacz/${name}`);
      }
    }
  });
});

describe('what a repacked bundle may not hold', () => {
  const packed = (more: Record<string, Uint8Array>) => zipSync({ ...Object.fromEntries(files), ...more });
  const x = utf8ToBytes('x');

  test.each([
    'note.txt',
    '../capture.wacz',
    'bundle/../../pubkey.pem',
    '/pubkey.pem',
    'C:\\pubkey.pem',
    '..\\pubkey.pem',
    'other/pubkey.pem',
    '__MACOSX/evil.exe',
    '__MACOSX/../._x',
    'Capture.wacz',
    'capture.wacz/',
  ])('a file %j, as before', async (name) => {
    const { holds, checks } = await examine(packed({ [name]: x }));
    expect(holds).toBe(false);
    expect(checks).toContainEqual(
      expect.objectContaining({ check: 'files', outcome: 'fails', why: 'added' }),
    );
  });

  test.each(['./pubkey.pem', '.\\pubkey.pem'])('a twin %j, as before', async (name) => {
    const { checks } = await examine(packed({ [name]: x }));
    expect(checks).toContainEqual(expect.objectContaining({ why: 'twice', file: 'pubkey.pem' }));
  });

  test('a file that only those find who read it from the first byte on, or from another end', async () => {
    const good = zipSync(Object.fromEntries(files));
    const evil = zipSync({ 'VERIFY.txt': x });
    const one = Uint8Array.of(0);
    for (const parts of [
      [evil, good],
      [one, evil, good],
      [good, evil],
      [good, one, evil, one],
    ]) {
      const found = await examine(new Uint8Array(parts.flatMap((part) => [...part])));
      expect(found.holds).toBe(false);
    }
  });

  test('what is no bundle, and says so', async () => {
    const { checks } = await examine(zipSync({ 'photo.jpg': x }));
    expect(checks.filter(({ outcome }) => outcome === 'fails')).toEqual([
      { check: 'bundle', outcome: 'fails', why: 'no-bundle' },
    ]);
  });
});

describe('a container that is not read here', () => {
  test.each([
    ['tar', ['tar', 'cf']],
    ['tar, packed by gzip', ['tar', 'czf']],
    ['tar, packed by xz', ['tar', 'cJf']],
  ] as const)('says nothing against what it holds, and what to do: %s', async (_name, [tool, how]) => {
    for (const inside of [files, changedIn('pubkey.pem')]) {
      const from = mkdtempSync(join(folder, 'in-'));
      for (const [name, bytes] of inside) writeFileSync(join(from, name), bytes);
      const out = join(from, '..', 'out.tar');
      expect(spawnSync(tool, [how, out, '-C', from, '.']).status).toBe(0);
      const found = await examine(new Uint8Array(readFileSync(out)));
      expect(summaryOf(found)).toBe('unclear');
      expect(found.checks).toContainEqual(
        expect.objectContaining({ check: 'bundle', outcome: 'absent', why: 'other-container' }),
      );
    }
  });

  test('so does a ZIP around the bundle', async () => {
    const found = await examine(zipOf(new Map([['bundle.zip', zipOf(files)]])));
    expect(summaryOf(found)).toBe('unclear');
  });
});
