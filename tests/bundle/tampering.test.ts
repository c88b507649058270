import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { signedText } from '../../core/bundle/archive/wacz-files';
import { buildBundle, packBundle } from '../../core/bundle/build-bundle';
import { hashed, textOf, toBase64, utf8ToBytes } from '../../core/bundle/bytes';
import { fingerprintOf } from '../../core/bundle/signature';
import { examine } from '../../core/bundle/verify/verify';
import { summaryOf } from '../../core/bundle/words';
import { readZip } from '../../core/bundle/zip/read-zip';
import { findTools } from '../../demo/machine/find-tools';
import { bundleWithNotes, demoCapture, demoSaying, drawPng, type Key, newKey } from '../builders/bundles';
import { filesOf, resigned, time, withArchive, zipOf } from '../builders/tampering';

let key: Key;
let other: Key;
let bundle: Uint8Array;
let names: string[];
let inner: string[];

beforeAll(async () => {
  [key, other] = [await newKey(), await newKey()];
  bundle = await bundleWithNotes(key);
  names = [...filesOf(bundle).keys()];
  inner = [...filesOf(filesOf(bundle).get('capture.wacz') ?? new Uint8Array()).keys()];
});

/** What fails, as "check why file". */
async function against(changed: Uint8Array, expected: string | null = null): Promise<string[]> {
  const { checks, holds } = await examine(changed, { fingerprint: expected });
  const failed = checks.filter(({ outcome }) => outcome === 'fails');
  expect(holds).toBe(failed.length === 0);
  return failed.map(({ check, why, file }) => [check, why, file ?? ''].join(' ').trim());
}

const filesNamed = (lines: readonly string[]) => lines.map((line) => line.split(' ')[2]);

describe('files of the bundle', () => {
  test('each one that is removed is named', async () => {
    expect(names).toHaveLength(9);
    for (const name of names) {
      const files = filesOf(bundle);
      files.delete(name);
      expect(filesNamed(await against(zipOf(files))), name).toContain(name);
    }
  });

  test('each two that are swapped are named', async () => {
    for (const [n, name] of names.entries()) {
      const next = names[(n + 1) % names.length] as string;
      const files = filesOf(bundle);
      const [one, two] = [files.get(name), files.get(next)] as [Uint8Array, Uint8Array];
      files.set(name, two).set(next, one);
      const named = filesNamed(await against(zipOf(files)));
      expect(named, name).toContain(name);
      expect(named, next).toContain(next);
    }
  });

  test('one that is added is named, also under a name that leads out of the folder', async () => {
    for (const name of ['note.txt', '../../.bashrc', 'C:\\autoexec.bat', 'capture.wacz/', '']) {
      const lines = await against(zipOf([...filesOf(bundle), [name, utf8ToBytes('x')]]));
      expect(lines, name).toContain(`files added ${name}`.trim());
    }
  });

  test('one that is there twice is named, whichever comes first', async () => {
    const files = [...filesOf(bundle)];
    const forged = ['capture.wacz', utf8ToBytes('another')] as const;
    expect(await against(zipOf([...files, forged]))).toContain('files twice capture.wacz');
    expect(await against(zipOf([forged, ...files]))).toContain('files twice capture.wacz');
  });

  test('a directory that points beside a file is noted where it does, and the file is what it was', async () => {
    const changed = bundle.slice();
    const offset = (readZip(bundle).directory?.from ?? 0) + 42;
    changed[offset] = 7;
    const { checks, holds } = await examine(changed);
    expect(holds).toBe(true);
    expect(checks.filter(({ outcome }) => outcome === 'noted')).toMatchObject([
      { check: 'bundle', why: 'directory', from: offset, to: offset },
    ]);
    expect(filesOf(changed)).toEqual(filesOf(bundle));
  });

  test('another order holds, as zip tools have orders of their own, and is noted', async () => {
    const found = await examine(zipOf([...filesOf(bundle)].toReversed()));
    expect(summaryOf(found)).toBe('repacked');
    expect(found.checks.filter(({ outcome }) => outcome === 'noted').map(({ why }) => why)).toEqual([
      'moved',
    ]);
  });

  test('a bundle cut short anywhere is named, with the place where it ends', async () => {
    for (let part = 1; part < 40; part += 1) {
      const end = Math.floor((bundle.length * part) / 40);
      const { checks, holds } = await examine(bundle.subarray(0, end));
      expect(holds).toBe(false);
      const cut = checks.find(({ check, outcome }) => check === 'bundle' && outcome === 'fails');
      expect(cut, `${end}`).toMatchObject({ why: expect.stringMatching(/^(cut|not-a-zip)$/) });
      if (cut?.why === 'cut') expect(cut.to).toBe(end - 1);
    }
  });

  test('bytes before, after and between the files are named with their range', async () => {
    const [, second] = readZip(bundle).entries;
    const at = second?.start ?? 0;
    const extra = utf8ToBytes('0123456789');
    for (const [from, where] of [
      [0, 'padding'],
      [at, 'padding'],
      [bundle.length, 'directory'],
    ] as const) {
      const changed = new Uint8Array([...bundle.subarray(0, from), ...extra, ...bundle.subarray(from)]);
      const { checks } = await examine(changed);
      const found = checks.find(({ check, why }) => check === 'bundle' && why === where);
      expect(found).toMatchObject({ from, to: from + 9 });
    }
  });
});

describe('files of the archive', () => {
  test('each one that is removed is named', async () => {
    expect(inner).toHaveLength(7);
    for (const name of inner) {
      const lines = await against(withArchive(bundle, (files) => files.delete(name)));
      expect(filesNamed(lines), name).toContain(`capture.wacz/${name}`);
      expect(lines.join(), name).toContain('signature fails');
    }
  });

  test('each two that are swapped, each one that is cut short, and one that is added are named', async () => {
    for (const [n, name] of inner.entries()) {
      const next = inner[(n + 1) % inner.length] as string;
      const swapped = withArchive(bundle, (files) => {
        const [one, two] = [files.get(name), files.get(next)] as [Uint8Array, Uint8Array];
        files.set(name, two).set(next, one);
      });
      const cut = withArchive(bundle, (files) =>
        files.set(name, files.get(name)?.slice(0, -9) as Uint8Array),
      );
      expect(filesNamed(await against(swapped)), name).toContain(`capture.wacz/${name}`);
      expect(filesNamed(await against(cut)), name).toContain(`capture.wacz/${name}`);
    }
    const added = withArchive(bundle, (files) => files.set('evidence/segment-09.png', drawPng(9, 9)));
    expect(filesNamed(await against(added))).toContain('capture.wacz/evidence/segment-09.png');
  });

  test('one pixel edited and all zipped again by zip: the file, the signature and the archive’s container are named', async () => {
    findTools('zip', 'unzip');
    const folder = mkdtempSync(join(tmpdir(), 'tampering-'));
    const run = (cwd: string, command: string, ...words: string[]) =>
      expect(spawnSync(command, words, { cwd }).status, `${command} ${words.join(' ')}`).toBe(0);
    writeFileSync(join(folder, 'bundle.zip'), bundle);
    mkdirSync(join(folder, 'bundle'));
    run(folder, 'unzip', '-q', 'bundle.zip', '-d', 'bundle');
    run(join(folder, 'bundle'), 'unzip', '-q', 'capture.wacz', '-d', 'wacz');
    const edited = drawPng(200, 150, (x, y) => (x === 100 && y === 75 ? [255, 0, 0] : undefined));
    writeFileSync(join(folder, 'bundle/wacz/evidence/screenshot.png'), edited);
    rmSync(join(folder, 'bundle/capture.wacz'));
    for (const how of ['-0', '-9']) {
      rmSync(join(folder, 'bundle/capture.wacz'), { force: true });
      run(join(folder, 'bundle/wacz'), 'zip', '-q', '-r', how, '../capture.wacz', '.');
      run(join(folder, 'bundle'), 'zip', '-q', how, `../again${how}.zip`, ...names);
      const lines = await against(new Uint8Array(readFileSync(join(folder, `again${how}.zip`))));
      expect(lines).toContain('contents changed capture.wacz/evidence/screenshot.png');
      expect(lines).toContain('copies differs capture.wacz/evidence/screenshot.png');
      expect(lines).toContain('stamp no-stamp capture.wacz/evidence/screenshot.png');
      expect(lines).toContain('signature fails capture.wacz');
      expect(lines.join()).toContain('archive ');
    }
    rmSync(folder, { recursive: true });
  });
});

describe('another key', () => {
  /** The archive with its list signed by another key, and perhaps another picture listed. */
  async function signedInside(change: (files: Map<string, Uint8Array>) => void): Promise<Uint8Array> {
    const files = filesOf(filesOf(bundle).get('capture.wacz') ?? new Uint8Array());
    change(files);
    const list = JSON.parse(textOf(files.get('datapackage.json') as Uint8Array));
    for (const entry of list.resources) {
      const { bytes, hash } = hashed(files.get(entry.path) as Uint8Array);
      Object.assign(entry, { hash: `sha256:${hash}`, bytes: bytes.length });
    }
    const listed = hashed(utf8ToBytes(`${JSON.stringify(list, null, 2)}\n`));
    const digest = JSON.parse(textOf(files.get('datapackage-digest.json') as Uint8Array));
    const text = signedText(listed);
    digest.hash = text;
    Object.assign(digest.signedData, {
      hash: text,
      signature: toBase64(await other.sign(utf8ToBytes(text))),
      publicKey: toBase64(other.publicKey),
    });
    files.set('datapackage.json', listed.bytes);
    files.set('datapackage-digest.json', utf8ToBytes(`${JSON.stringify(digest, null, 2)}\n`));
    return zipOf(files);
  }

  test('that signs the same archive anew is named by its fingerprint', async () => {
    const forged = await resigned(bundle, await signedInside(() => undefined), other);
    const { checks, fingerprint } = await examine(forged);
    expect(fingerprint).toBe(fingerprintOf(other.publicKey));
    expect(checks.filter(({ outcome }) => outcome === 'fails')).toEqual([
      {
        check: 'fingerprint',
        outcome: 'fails',
        why: 'other-key',
        values: { fingerprint: fingerprintOf(other.publicKey), written: fingerprintOf(key.publicKey) },
      },
    ]);
  });

  test('that signs an edited picture anew is named, and so is the picture', async () => {
    const edited = drawPng(200, 150, (x) => (x === 100 ? [255, 0, 0] : undefined));
    const wacz = await signedInside((files) => files.set('evidence/screenshot.png', edited));
    const lines = await against(await resigned(bundle, wacz, other));
    expect(lines).toContain('fingerprint other-key');
    expect(lines).toContain('copies differs capture.wacz/evidence/screenshot.png');
    expect(lines).toContain('stamp no-stamp capture.wacz/evidence/screenshot.png');
  });

  test('that signs only the outside is named in the list, the key beside it and the fingerprint', async () => {
    const wacz = filesOf(bundle).get('capture.wacz') as Uint8Array;
    const lines = await against(await resigned(bundle, wacz, other));
    expect(lines).toContain('list signature capture.wacz/datapackage-digest.json');
    expect(lines).toContain('fingerprint other-key');
  });

  test('that made a bundle of its own holds by itself, and not against the fingerprint that was published', async () => {
    const own = await buildBundle(demoCapture(other));
    expect(await against(own)).toEqual([]);
    expect(await against(own, fingerprintOf(key.publicKey))).toEqual(['fingerprint not-expected']);
    const grouped = fingerprintOf(other.publicKey).toUpperCase().replace(/(..)/g, '$1:');
    expect(await against(own, grouped)).toEqual([]);
  });

  test('that signs the notes is named', async () => {
    const files = filesOf(bundle);
    const foreign = filesOf(await bundleWithNotes(other));
    for (const name of ['notes.json', 'notes.json.sig']) files.set(name, foreign.get(name) as Uint8Array);
    const lines = await against(packBundle(files, time));
    expect(lines).toEqual(['notes signature notes.json', 'notes other-capture notes.json']);
  });
});

describe('what makes no bundle is refused', () => {
  test('with the field that is wrong', async () => {
    const said = demoSaying();
    const refused = (more: object) =>
      expect(buildBundle(demoCapture(key, { said: { ...said, ...more } }))).rejects;
    await refused({ page_url_masked: `${said.page_url_masked}?user=1` }).toThrow('verdict.address');
    await refused({ taken_utc: 'yesterday' }).toThrow('taken_utc');
    await refused({ capture_id: '../x' }).toThrow('capture_id');
    await refused({ verdict: { ...said.verdict, address: 'https://www.tiktok.com/@budi' } }).toThrow(
      'verdict',
    );
    const noPng = buildBundle(demoCapture(key, { png: utf8ToBytes('GIF89a') }));
    await expect(noPng).rejects.toThrow('no PNG');
  });
});
