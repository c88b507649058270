import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import { findTools } from '../../demo/machine/find-tools';
import { bundleWithNotes, demoCapture, type Key, newKey } from '../builders/bundles';
import { profileFaults } from '../builders/packages';
import { tempFolder } from '../builders/temp-folder';
import { openssl } from '../builders/time-authority';

// What outsiders do with a bundle, with none of our tools.
const folder = tempFolder('bundle');
let key: Key;

const run = (program: string, ...words: string[]) =>
  spawnSync(program, words, { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
const read = (name: string) => readFileSync(join(folder, name));
const json = (name: string) => JSON.parse(read(name).toString());
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  findTools('unzip', 'openssl', 'sha256sum');
  key = await newKey();
  writeFileSync(join(folder, 'bundle.zip'), await bundleWithNotes(key));
  expect(run('unzip', '-q', 'bundle.zip').status).toBe(0);
  expect(run('unzip', '-q', 'capture.wacz', '-d', 'capture').status).toBe(0);
}, 400_000);

describe('a bundle in the hands of others', { timeout: 60_000 }, () => {
  test('passes sha256sum and unzip, and its archive is only stored', () => {
    expect(run('sha256sum', '-c', 'capture.wacz.sha256').stdout).toBe('capture.wacz: OK\n');
    const sums = run('sha256sum', '-c', 'SHA256SUMS');
    expect(sums.status).toBe(0);
    expect(sums.stdout.trim().split('\n')).toHaveLength(8);
    expect(run('unzip', '-tq', 'bundle.zip').stdout).toContain('No errors detected');
    expect(run('unzip', '-tq', 'capture.wacz').stdout).toContain('No errors detected');
    const lines = run('unzip', '-v', 'capture.wacz')
      .stdout.split('\n')
      .filter((line) => /\d{2}:\d{2}/.test(line));
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line).toMatch(/ Stored /);
    expect(lines[0]).toMatch(/(11-24-2026|2026-11-24) 05:00/); // the time of the capture, in UTC
  });

  test('lists every file of its archive with size and hash, and no other', () => {
    const { resources } = json('capture/datapackage.json');
    for (const { path, hash, bytes } of resources) {
      expect(read(`capture/${path}`).length, path).toBe(bytes);
      expect(`sha256:${sha256(read(`capture/${path}`))}`, path).toBe(hash);
    }
    const found = readdirSync(join(folder, 'capture'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'capture/').length));
    const listed = resources.map(({ path }: { path: string }) => path);
    expect(found.toSorted()).toEqual([...listed, 'datapackage.json', 'datapackage-digest.json'].toSorted());
    expect(json('capture/datapackage-digest.json').hash).toBe(
      `sha256:${sha256(read('capture/datapackage.json'))}`,
    );
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/);
  });

  test('has an archive that is a Data Package by the official profile', () => {
    const description = json('capture/datapackage.json');
    expect(profileFaults(description)).toEqual([]);
    expect(
      profileFaults({ ...description, resources: [{ ...description.resources[0], name: 'A b' }] }),
    ).not.toEqual([]);
  });

  test('is verified by openssl, over the archive, over the list inside it, and over the notes', () => {
    const verify = (signature: string, file: string) =>
      run('openssl', 'dgst', '-sha256', '-verify', 'pubkey.pem', '-signature', signature, file);
    expect(verify('capture.wacz.sig', 'capture.wacz').stdout).toBe('Verified OK\n');
    expect(verify('notes.json.sig', 'notes.json').stdout).toBe('Verified OK\n');
    const flipped = read('capture.wacz');
    flipped[4000] = (flipped[4000] as number) ^ 1;
    writeFileSync(join(folder, 'flipped.wacz'), flipped);
    expect(verify('capture.wacz.sig', 'flipped.wacz').status).not.toBe(0);

    const { signedData } = json('capture/datapackage-digest.json');
    openssl(folder, 'pkey', '-pubin', '-in', 'pubkey.pem', '-outform', 'DER', '-out', 'pubkey.der');
    expect(read('pubkey.der').toString('base64')).toBe(signedData.publicKey);
    expect(sha256(read('pubkey.der'))).toBe(json('capture/evidence/capture.json').key_fingerprint);
    expect(read('VERIFY.txt').toString()).toContain(sha256(read('pubkey.der')));
  });

  test('carries commands that run as they stand', () => {
    const apart = join(folder, 'apart');
    expect(run('unzip', '-q', 'bundle.zip', '-d', apart).status).toBe(0);
    const commands =
      read('VERIFY.txt')
        .toString()
        .match(/^ {5}(sha256sum|openssl|unzip) .+$/gm) ?? [];
    expect(commands).toHaveLength(7);
    for (const command of commands.filter((line) => !line.includes('openssl ts'))) {
      const told = spawnSync('sh', ['-ec', command], { cwd: apart, encoding: 'utf8' });
      expect(told.status, `${command}: ${told.stderr}`).toBe(0);
      if (command.includes('-outform DER'))
        expect(told.stdout).toContain(json('capture/evidence/capture.json').key_fingerprint);
    }
  });

  test('shows the same time in every zone of the world, byte for byte', async () => {
    const sign = async () => new Uint8Array(96).fill(7);
    const before = process.env.TZ;
    const made = [];
    for (const zone of ['Asia/Jakarta', 'America/St_Johns', 'Pacific/Kiritimati']) {
      process.env.TZ = zone;
      made.push(sha256(await buildBundle(demoCapture({ ...key, sign }))));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(made).size).toBe(1);
  });
});
