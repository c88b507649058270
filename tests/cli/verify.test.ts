import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { verifyCommand } from '../../cli/verify-command';
import { buildBundle } from '../../core/bundle/build-bundle';
import { utf8ToBytes } from '../../core/bundle/bytes';
import { commitmentTo, openingJson } from '../../core/bundle/commitment';
import { fingerprintOf } from '../../core/bundle/signature';
import { writeWithdrawal } from '../../core/bundle/withdrawal';
import { newKey as newPackageKey } from '../../demo/study/write-package';
import { bundleWithNotes, captureId, demoCapture, demoSaying, newKey } from '../builders/bundles';
import { runCommand } from '../builders/run-command';
import { packageBytes, rowsOfParticipant } from '../builders/saved-packages';
import { tempFolder } from '../builders/temp-folder';

const folder = tempFolder('verify');
let file: string;
let broken: string;
let fingerprint: string;
let statement: string;
const at = 20_000;

beforeAll(async () => {
  const key = await newKey();
  fingerprint = fingerprintOf(key.publicKey);
  const bundle = await bundleWithNotes(key);
  statement = join(folder, 'withdrawal.txt');
  writeFileSync(statement, await writeWithdrawal(key.publicKey, '2026-11-30T21:00:00.000Z', key.sign));
  file = join(folder, 'bundle.zip');
  broken = join(folder, 'broken.zip');
  writeFileSync(file, bundle);
  bundle[at] = (bundle[at] as number) ^ 1;
  writeFileSync(broken, bundle);
});

const verify = (...words: string[]) => runCommand(verifyCommand, words);

test('names a research package for what it is, and study a capture', async () => {
  const zip = join(folder, 'package.zip');
  const participant = '1'.repeat(32);
  const rows = rowsOfParticipant(participant);
  writeFileSync(zip, await packageBytes({ rows, participant, exportId: 'x1' }, await newPackageKey()));
  const told = await verify(zip);
  expect(told).toMatchObject({ status: 2, stdout: '' });
  expect(told.stderr).toMatch(/is a research package, not a capture; .* study -- --check "/);
  const turned = await runCommand(studyCommand, ['--check', file]);
  expect(turned.status).toBe(1);
  expect(turned.stdout).toMatch(/it is a capture, no research package; check it with: .* verify/);
});

describe('verify', { timeout: 120_000 }, () => {
  test('ends with 0 on an untouched bundle, and says so with the key’s fingerprint, in both languages', async () => {
    const told = await verify(file, '--lang', 'en');
    expect(told.stderr).toBe('');
    expect(told.status).toBe(0);
    expect(told.stdout).toContain('Everything that was checked holds.');
    expect(told.stdout.replaceAll(' ', '')).toContain(fingerprint);
    expect(told.stdout).not.toContain('✗');
    expect((await verify(file, '--lang', 'id')).stdout).toContain('Semua yang diperiksa cocok.');
  });

  test('ends with 1 on a changed byte, and names file and range', async () => {
    const told = await verify(broken, '--json');
    expect(told.status).toBe(1);
    const { holds, checks, captureId: id } = JSON.parse(told.stdout);
    expect(holds).toBe(false);
    expect(id).toBe(captureId);
    const changed = checks.find(({ check, why }: never) => check === 'contents' && why === 'changed');
    expect(changed.file).toMatch(/^capture\.wacz\/(archive|evidence)\//);
    expect(changed.from).toBeLessThanOrEqual(at);
    expect(changed.to).toBeGreaterThanOrEqual(at);
    expect((await verify(broken, '--lang', 'en')).stdout).toMatch(
      /✗ Files of the archive: .+ was changed\. \[bytes? /,
    );
  });

  test('opens what the maker sealed, and ends with 1 where it does not fit', async () => {
    const salt = 'ab'.repeat(32);
    const address = 'https://www.tiktok.com/@contoh/video/7600000000000000101';
    const page_commitment = commitmentTo(salt, utf8ToBytes(address));
    const said = { ...demoSaying(), page_commitment };
    const sealed = join(folder, 'sealed.zip');
    writeFileSync(sealed, await buildBundle(demoCapture(await newKey(), { said })));
    const opening = join(folder, 'opening.json');
    const write = (sealedAddress: string) =>
      writeFileSync(
        opening,
        openingJson({
          opening_version: '1.0.0',
          capture_id: captureId,
          page: { address: sealedAddress, salt },
          picture: null,
        }),
      );
    write(address);
    const fits = await verify(sealed, '--opening', opening, '--lang', 'en');
    expect(fits.status).toBe(0);
    expect(fits.stdout).toContain(
      `It fits: the maker sealed this address when the capture was signed: ${address}`,
    );
    write(`${address}1`);
    const other = await verify(sealed, '--opening', opening, '--lang', 'id');
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('TIDAK cocok');
    expect((await verify(sealed, '--opening', sealed)).status).toBe(2);
    expect((await verify(sealed, '--uncovered', sealed)).status).toBe(2);
  });

  test('holds a bundle against the fingerprint that was published', async () => {
    expect((await verify(file, '--fingerprint', fingerprint)).status).toBe(0);
    const other = await verify(file, '--fingerprint', 'ab'.repeat(32), '--lang', 'en');
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('It is not the fingerprint that you entered');
  });

  test('says what "holds" covers, and that without trusted time a thief of the key can back-date', async () => {
    const { stdout } = await verify(file, '--lang', 'en');
    expect(stdout).toContain('What that covers, and what not');
    expect(stdout).toContain('Whoever gets hold of the key can sign with an earlier date');
  });

  test('takes the statement that the key was withdrawn, and says what follows', async () => {
    const told = await verify(file, '--withdrawn', statement, '--lang', 'en');
    expect(told.status).toBe(1);
    expect(told.stdout).toContain('Unchanged since it was signed, but not to be relied on.');
    expect(told.stdout).toMatch(
      /First of all: The maker has withdrawn this key: it signs nothing after 2026-11-30/,
    );
    const json = JSON.parse((await verify(file, '--withdrawn', statement, '--json')).stdout);
    expect(json.checks).toContainEqual(expect.objectContaining({ check: 'withdrawal', outcome: 'doubts' }));
  });

  test.each([
    [[], 'A bundle is missing'],
    [['/no/such/file'], 'cannot be read (ENOENT)'],
    [['a', 'b'], 'is one too many'],
    [['a', '--lang', 'fr'], 'is no language'],
    [['a', '--fingerprint', 'xyz'], 'has 64 digits'],
    [
      [join(import.meta.dirname, 'verify.test.ts'), '--withdrawn', '/no/such/file'],
      'cannot be read (ENOENT)',
    ],
    [['a', '--colour'], "Unknown option '--colour'"],
  ])('refuses %j with one sentence and exit code 2', async (words, sentence) => {
    const told = await verify(...words);
    expect(told.status).toBe(2);
    expect(told.stdout).toBe('');
    expect(told.stderr).toMatch(/^verify: .+\n$/);
    expect(told.stderr).toContain(sentence);
  });
});
