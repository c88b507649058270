import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findTools } from '../../demo/machine/find-tools';

const root = join(import.meta.dirname, '../..');
const first = join(root, 'release');
if (!existsSync(join(first, 'SHA256SUMS')))
  throw new Error(`${first} is absent: run "npm run package" first, as "npm test" does`);

const second = mkdtempSync(join(tmpdir(), 'second build '));
afterAll(() => rmSync(second, { recursive: true, force: true }));

test('gives the same bytes again, from the source archive, in another folder, time zone, language, umask and mode', () => {
  findTools('unzip');
  const sources = readdirSync(first).find((name) => name.endsWith('-sources.zip')) as string;
  const inShell = (command: string, env: Record<string, string> = {}) =>
    spawnSync('sh', ['-c', command], { cwd: second, encoding: 'utf8', env: { ...process.env, ...env } });
  expect(inShell(`umask 077; unzip -q '${join(first, sources)}'`).stderr).toBe('');
  // The same packages without a second copy of their bytes, where the file system can.
  if (inShell(`cp -RPl '${join(root, 'node_modules')}' node_modules`).status !== 0) {
    rmSync(join(second, 'node_modules'), { recursive: true, force: true });
    cpSync(join(root, 'node_modules'), join(second, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const built = inShell('umask 077; npm run --silent package', {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'C',
    NODE_ENV: 'development',
  });
  expect(built.status, built.stdout + built.stderr).toBe(0);
  expect(readFileSync(join(second, 'release/SHA256SUMS'), 'utf8')).toBe(
    readFileSync(join(first, 'SHA256SUMS'), 'utf8'),
  );
}, 600_000);
