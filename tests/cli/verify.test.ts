import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { studyCommand } from '../../cli/study/study-command';
import { verifyCommand } from '../../cli/verify-command';
import { fingerprintOf } from '../../core/bundle/signature';
import { bundleWithNotes, captureId, newKey } from '../builders/bundles';
import { runCommand } from '../builders/run-command';
import { newKeys, packageBytes, rowsOfParticipant } from '../builders/saved-packages';
import { tempFolder } from '../builders/temp-folder';

const folder = tempFolder('verify');
let file: string;
let broken: string;
let fingerprint: string;
const at = 20_000;

beforeAll(async () => {
  const key = await newKey();
  fingerprint = fingerprintOf(key.publicKey);
  const bundle = await bundleWithNotes(key);
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
  writeFileSync(zip, await packageBytes({ rows, participant, exportId: 'x1' }, await newKeys()));
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

  test('holds a bundle against the fingerprint that was published', async () => {
    expect((await verify(file, '--fingerprint', fingerprint)).status).toBe(0);
    const other = await verify(file, '--fingerprint', 'ab'.repeat(32), '--lang', 'en');
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('It is not the fingerprint that you entered');
  });

  test.each([
    [[], 'A bundle is missing'],
    [['/no/such/file'], 'cannot be read (ENOENT)'],
    [['a', 'b'], 'is one too many'],
    [['a', '--lang', 'fr'], 'is no language'],
    [['a', '--fingerprint', 'xyz'], 'has 64 digits'],
    [['a', '--colour'], "Unknown option '--colour'"],
  ])('refuses %j with one sentence and exit code 2', async (words, sentence) => {
    const told = await verify(...words);
    expect(told.status).toBe(2);
    expect(told.stdout).toBe('');
    expect(told.stderr).toMatch(/^verify: .+\n$/);
    expect(told.stderr).toContain(sentence);
  });
});
