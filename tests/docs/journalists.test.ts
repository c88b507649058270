import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { attachTime } from '../../core/bundle/attach';
import { writeWithdrawal } from '../../core/bundle/withdrawal';
import { readZip } from '../../core/bundle/zip/read-zip';
import { findTools } from '../../demo/machine/find-tools';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { tempFolder } from '../builders/temp-folder';
import { startTimeAuthority } from '../builders/time-authority';

// The page tells outsiders what to type: each line is typed here, into a folder with a bundle as it is exported.
const page = readFileSync(join(import.meta.dirname, '../../docs/journalists.md'), 'utf8');
const lines = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .filter((line) => !line.startsWith('npm '));

const folder = tempFolder('journalist');
beforeAll(async () => {
  findTools('unzip', 'openssl', 'sha256sum');
  const authority = startTimeAuthority(folder);
  const key = await newKey();
  const bundle = await bundleWithNotes(key);
  const withdrawal = await writeWithdrawal(key.publicKey, '2026-11-30T21:00:00.000Z', key.sign);
  writeFileSync(join(folder, 'withdrawal.txt'), withdrawal);
  const request = readZip(bundle).entries.find(({ name }) => name === 'capture.wacz.tsq');
  const timed = await attachTime(bundle, authority.answer(request?.bytes ?? new Uint8Array()));
  if ('refused' in timed) throw new Error(timed.refused);
  writeFileSync(join(folder, 'bundle.zip'), timed.bundle);
  copyFileSync(authority.root, join(folder, 'CA.pem'));
  expect(spawnSync('unzip', ['-q', 'bundle.zip'], { cwd: folder }).status).toBe(0);
}, 400_000);

const type = (line: string) =>
  spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

test('every line that the page for journalists tells to type does what it says', () => {
  expect(lines.length).toBeGreaterThanOrEqual(8);
  for (const line of lines) {
    const { status, stdout, stderr } = type(line);
    expect(status, `${line}\n${stdout}${stderr}`).toBe(0);
    if (/-verify\b/.test(line)) expect(stdout + stderr).toMatch(/Verified OK|Verification: OK/);
  }
  const [hash = 'none'] = type('sha256sum capture/datapackage.json').stdout.split(' ');
  expect(type('cat capture/datapackage-digest.json').stdout).toContain(hash);
});

test('and each of those that verify refuses a bundle with one byte changed', () => {
  const archive = readFileSync(join(folder, 'capture.wacz'));
  archive[4000] = (archive[4000] as number) ^ 1;
  writeFileSync(join(folder, 'capture.wacz'), archive);
  const refuses = lines.filter((line) => /capture\.wacz$|-data capture|SHA256SUMS/.test(line));
  expect(refuses.length).toBeGreaterThanOrEqual(2);
  for (const line of refuses) expect(type(line).status, line).not.toBe(0);
});

test('the Indonesian page has what the English one has: each step, paragraph by its bold words, and line to type', () => {
  const indonesian = readFileSync(join(import.meta.dirname, '../../docs/journalists.id.md'), 'utf8');
  const shape = (text: string) => ({
    heads: text.match(/^#+ /gm),
    steps: text.match(/^\d\. /gm),
    bold: text.match(/\*\*/g)?.length,
    typed: [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) =>
      block.replace('--lang id', '--lang en'),
    ),
  });
  expect(shape(indonesian)).toEqual(shape(page));
});
