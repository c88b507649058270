import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { newKey } from '../../demo/study/write-package';
import { unpack } from '../builders/packages';
import { runCommand } from '../builders/run-command';
import { packageBytes, rowsOfParticipant } from '../builders/saved-packages';

const participant = '1'.repeat(32);
let folder: string;
let zip: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'given-'));
  zip = await packageBytes(
    { rows: rowsOfParticipant(participant), participant, exportId: 'x1' },
    await newKey(),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const newFolder = () => mkdtempSync(join(folder, 'in-'));

/** A new folder with files at these paths. */
function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const place = newFolder();
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(place, path, '..'), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return place;
}

/** What `--check` says: of each package its name, its copies and what does not hold. */
async function checked(...paths: readonly string[]) {
  const { status, stdout, stderr } = await runCommand(studyCommand, ['--check', ...paths, '--json']);
  const { packages = [] } = stdout === '' ? {} : JSON.parse(stdout);
  type Told = {
    name: string;
    copies?: string[];
    findings: { check: string; says: string; file: string | null }[];
  };
  return {
    status,
    stderr,
    names: packages.map(({ name }: Told) => name),
    copies: packages.map(({ copies }: Told) => copies),
    says: packages.flatMap(({ findings }: Told) =>
      findings.map(({ check, says, file }) => `${check}: ${file === null ? '' : `${file}: `}${says}`),
    ),
  };
}

async function study(place: string, ...words: readonly string[]) {
  const out = join(newFolder(), 'study');
  const told = await runCommand(studyCommand, [place, '--out', out, ...words]);
  return { out, ...told, checks: () => JSON.parse(readFileSync(join(out, 'checks.json'), 'utf8')) };
}

describe('packages in folders of folders', () => {
  test('are found, and named by their path', async () => {
    const other = await packageBytes(
      { rows: rowsOfParticipant('2'.repeat(32)), participant: '2'.repeat(32), exportId: 'x2' },
      await newKey(),
    );
    const place = folderWith({ 'monday/p.zip': zip, 'tuesday/late/p.zip': other, 'notes.txt': 'no package' });
    expect(await checked(place)).toMatchObject({ status: 0, names: ['monday/p.zip', 'tuesday/late/p.zip'] });
  });

  test('are named, not left out in silence, where they lie too deep', async () => {
    const deep = `${'a/'.repeat(9)}`;
    const { status, says } = await checked(folderWith({ [`${deep}p.zip`]: zip, 'p.zip': zip }));
    expect(status).toBe(1);
    expect(says).toEqual([expect.stringMatching(/^container: .*folders.*give it by its own name/)]);
  });
});

describe('what is no package and no folder', () => {
  test.each<[what: string, name: string, make: (path: string) => void, says: RegExp]>([
    ['a link that leads nowhere', 'gone.zip', (path) => symlinkSync('nowhere', path), /leads nowhere/],
    ['a link to itself', 'round.zip', (path) => symlinkSync('round.zip', path), /cannot be read \(ELOOP\)/],
    ['a pipe', 'pipe.zip', (path) => void execFileSync('mkfifo', [path]), /no file and no folder/],
    ['a device', 'null.zip', (path) => symlinkSync('/dev/zero', path), /no file and no folder/],
  ])('is named, and the others are checked: %s', async (_what, name, make, says) => {
    const place = folderWith({ 'p.zip': zip });
    make(join(place, name));
    for (const given of [[place], [join(place, name), join(place, 'p.zip')]])
      expect(await checked(...given)).toMatchObject({
        status: 1,
        names: [name, 'p.zip'].sort(),
        says: [expect.stringMatching(says)],
      });
  });

  test('does not lead round in circles', async () => {
    const place = folderWith({ 'p.zip': zip });
    symlinkSync(place, join(place, 'again'));
    expect(await checked(place)).toMatchObject({ status: 0, names: ['p.zip'] });
  });
});

describe('a package that was unpacked', () => {
  test.each<[what: string, path: string, spoil: (path: string) => void, says: RegExp]>([
    [
      'a link in the place of a file',
      'README.txt',
      (path) => {
        rmSync(path);
        symlinkSync('/etc/hostname', path);
      },
      /README\.txt: it is a link/,
    ],
    ['a link to a folder', 'more', (path) => symlinkSync('/etc', path), /more: it is a link/],
    ['a pipe', 'pipe', (path) => void execFileSync('mkfifo', [path]), /pipe: it is no plain file/],
  ])('may not hold %s', async (_what, path, spoil, says) => {
    const place = folderWith({ 'p.zip': zip });
    unpack(join(place, 'p.zip'), join(place, 'p'));
    spoil(join(place, 'p', path));
    expect(await checked(join(place, 'p'))).toMatchObject({ status: 1, says: [expect.stringMatching(says)] });
  });
});

describe('a ZIP that another program wrote', () => {
  const packed = (files: Readonly<Record<string, string | Uint8Array>>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path,
          typeof text === 'string' ? Buffer.from(text) : text,
        ]),
      ),
    );
  test.each<[what: string, bytes: () => Uint8Array, says: RegExp]>([
    ['the files of a package', () => packed({ 'datapackage.json': '{}' }), /unpack it and give the folder/],
    [
      'packages',
      () => packed({ 'a.zip': 'x', 'b/c.ZIP': 'x' }),
      /it holds ZIPs \(a\.zip and 1 more\).*unpack it and give the folder/,
    ],
    ['names that lead out', () => packed({ 'a.txt': 'x', '../b.txt': 'x' }), /\.\.\/b\.txt: .*leads out of/],
    ['absolute names', () => packed({ 'a.txt': 'x', '/etc/b.txt': 'x' }), /\/etc\/b\.txt: .*leads out of/],
    ['names with a drive', () => packed({ 'a.txt': 'x', 'C:\\b.txt': 'x' }), /C:\\b\.txt: .*leads out of/],
  ])('is told what to do, or what is wrong: %s', async (_what, bytes, says) => {
    const found = await checked(folderWith({ 'p.zip': bytes() }));
    expect(found).toMatchObject({ status: 1, says: [expect.stringMatching(says)] });
  });
});

describe('the same package under several names', () => {
  test('counts once, and its copies are named', async () => {
    const place = folderWith({ 'a.zip': zip, 'b.zip': zip, 'more/a (1).zip': zip });
    unpack(join(place, 'a.zip'), join(place, 'unpacked'));
    expect(await checked(place)).toMatchObject({
      status: 0,
      names: ['a.zip'],
      copies: [['b.zip', 'more/a (1).zip', 'unpacked']],
    });
    const { stdout, checks } = await study(place);
    expect(checks().counts.received).toMatchObject({ packages: 1, persons: 1 });
    expect(stdout).toContain('a.zip was given 4 times: b.zip, more/a (1).zip, unpacked');
  });

  test('counts once too where it does not hold', async () => {
    const cut = zip.subarray(0, -100);
    expect(await checked(folderWith({ 'a.zip': cut, 'b.zip': cut, 'c.zip': zip }))).toMatchObject({
      names: ['a.zip', 'c.zip'],
      copies: [['b.zip'], []],
    });
  });

  test('withdraws under each of its names', async () => {
    const place = folderWith({ 'a.zip': zip, 'b.zip': zip, 'withdrawn.txt': 'b.zip\n' });
    const { stderr } = await study(place, '--withdrawn', join(place, 'withdrawn.txt'));
    expect(stderr).not.toContain('fits no package');
    expect(stderr).toContain('no package of uji-coba holds');
  });
});

describe('what stands beside the packages', () => {
  test('is told where it is about nobody', async () => {
    const place = folderWith({
      'p.zip': zip,
      'roster.csv': `participant,person\n${participant},Q1\nP11,Q2\n`,
      'received.csv': 'package,day\np.zip,2026-12-01\nq.zip,2026-12-01\n',
    });
    const words = ['--roster', join(place, 'roster.csv'), '--received', join(place, 'received.csv')];
    const { stderr } = await study(place, ...words);
    expect(stderr).toContain('"P11" in the roster fits no package');
    expect(stderr).toContain('"q.zip" in the days of receipt fits no package');
    expect(stderr).not.toContain(participant);
    expect(stderr).not.toContain('"p.zip"');
  });
});

describe('words that cannot be meant', () => {
  test.each([
    ['--k', '2.5'],
    ['--k', '0'],
    ['--k', 'abc'],
    ['--k', '1e2'],
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--threads', '0'],
    ['--threads', '-3'],
    ['--memory', '0GB'],
    ['--memory', '-1GB'],
  ])('are refused with what is allowed: %s %s', async (option, value) => {
    const { status, stderr } = await study(folder, option, value);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^study: ${option} takes .*, not "${value}"\\.\n$`));
  });

  test('are refused for a simulation too', async () => {
    const { stderr } = await runCommand(studyCommand, ['coverage', '--studies', '-4']);
    expect(stderr).toMatch(/^study: --studies takes a whole number from 1 to .*, not "-4"\.\n$/);
  });

  test('are a study within what it is made of, and the reverse', async () => {
    const place = folderWith({ 'packages/p.zip': zip });
    symlinkSync(join(place, 'packages'), join(place, 'link'));
    for (const [given, out] of [
      ['packages', 'packages/study'],
      ['packages', 'packages'],
      ['packages', 'link/deep/study'],
      ['packages', '.'],
      ['packages/p.zip', '.'],
    ] as const) {
      const words = [join(place, given), '--out', join(place, out)];
      const { status, stderr } = await runCommand(studyCommand, words);
      expect({ status, stderr }, words.join(' ')).toEqual({
        status: 2,
        stderr: expect.stringMatching(/lies in|holds/),
      });
    }
    cpSync(join(place, 'packages'), join(place, 'again'), { recursive: true });
    expect((await checked(join(place, 'again'))).status).toBe(0);
  });
});
