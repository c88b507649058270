import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hexToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachProof, attachTime } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { sha256Hex } from '../../core/bundle/bytes';
import { askingLines, timeAuthorities } from '../../core/bundle/time/authorities';
import { readOtsProof } from '../../core/bundle/time/ots-proof';
import { examine } from '../../core/bundle/verify/verify';
import { readZip } from '../../core/bundle/zip/read-zip';
import { findTools } from '../../demo/machine/find-tools';
import { demoCapture, newKey } from '../builders/bundles';
import { inBlock, otsProof, pending } from '../builders/ots-proofs';
import { tempFolder } from '../builders/temp-folder';
import { startTimeAuthority } from '../builders/time-authority';

const folder = tempFolder('times-');
let authority: ReturnType<typeof startTimeAuthority>;
let server: Server;
let bundle: Uint8Array;
let request: Uint8Array;
let hash: Uint8Array;

const fileOf = (zip: Uint8Array, wanted: string): Uint8Array =>
  readZip(zip).entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();
const made = <Made extends { readonly bundle: Uint8Array }>(
  one: Made | { readonly refused: string },
): Uint8Array => {
  if ('refused' in one) throw new Error(one.refused);
  return one.bundle;
};
const times = async (zip: Uint8Array) =>
  (await examine(zip)).checks
    .filter(({ check }) => check === 'time')
    .map(({ why, values }) => values?.time ?? why);

beforeAll(async () => {
  findTools('openssl', 'curl');
  authority = startTimeAuthority(folder);
  bundle = await buildBundle(demoCapture(await newKey()));
  request = fileOf(bundle, 'capture.wacz.tsq');
  hash = hexToBytes(sha256Hex(fileOf(bundle, 'capture.wacz')));
  server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part) => parts.push(part));
    asked.on('end', () => {
      const isRequest = asked.headers['content-type'] === 'application/timestamp-query';
      answer.writeHead(isRequest ? 200 : 415).end(isRequest ? authority.answer(Buffer.concat(parts)) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 400_000);
afterAll(() => server.close());

describe('several answers', { timeout: 60_000 }, () => {
  test('lie beside one another, and the earliest counts, in whichever order they were attached', async () => {
    const early = authority.answer(request);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const late = authority.answer(request);
    const both = made(await attachTime(made(await attachTime(bundle, late)), early));
    const told = await times(both);
    expect(told).toHaveLength(2);
    expect(Date.parse(told[0] as string)).toBeLessThan(Date.parse(told[1] as string));
    expect((await examine(both)).holds).toBe(true);
    expect(await attachTime(both, early)).toEqual({ refused: 'has-one' });
    for (const name of ['capture.wacz', 'capture.wacz.tsr', 'capture.wacz.2.tsr'])
      writeFileSync(join(folder, name), fileOf(both, name));
    for (const name of ['capture.wacz.tsr', 'capture.wacz.2.tsr'])
      expect(
        spawnSync(
          'openssl',
          ['ts', '-verify', '-data', 'capture.wacz', '-in', name, '-CAfile', authority.root],
          {
            cwd: folder,
            encoding: 'utf8',
          },
        ).stdout,
      ).toContain('Verification: OK');
  });

  test('are five at most, and one that does not fit fails the bundle beside those that do', async () => {
    let many = bundle;
    for (let n = 0; n < 5; n += 1) many = made(await attachTime(many, authority.answer(request)));
    expect(await attachTime(many, authority.answer(request))).toEqual({ refused: 'has-five' });
    expect(await times(many)).toHaveLength(5);
    const given = readZip(many).entries.map(({ name, bytes }) => ({
      name,
      bytes: name === 'capture.wacz.3.tsr' ? new Uint8Array(20) : (bytes ?? new Uint8Array()),
    }));
    const found = await examine(given);
    expect(found.holds).toBe(false);
    expect(found.checks.find(({ why }) => why === 'not-an-answer')?.file).toBe('capture.wacz.3.tsr');
  });
});

describe('an OpenTimestamps proof', () => {
  test('is read: of which file, and which block it names', () => {
    const proof = otsProof(hash, [pending, inBlock(938_123), inBlock(938_100)]);
    expect(readOtsProof(proof)).toEqual({
      hash: sha256Hex(fileOf(bundle, 'capture.wacz')),
      blocks: [938_100, 938_123],
    });
    expect(readOtsProof(otsProof(hash, [pending]))?.blocks).toEqual([]);
    for (let cut = 0; cut < proof.length; cut += 1) expect(readOtsProof(proof.subarray(0, cut))).toBeNull();
    expect(readOtsProof(Uint8Array.of(...proof, 0))).toBeNull();
    const endless = new Uint8Array(200_064).fill(0xff);
    endless.set(proof.subarray(0, 64));
    expect(readOtsProof(endless)).toBeNull();
  });

  test('is attached, says that nothing of the chain was checked, and gives way to one that names a block', async () => {
    const waiting = made(await attachProof(bundle, otsProof(hash, [pending])));
    expect(await times(waiting)).toEqual(['none', 'pending']);
    const whole = await attachProof(waiting, otsProof(hash, [pending, inBlock(938_123)]));
    expect(whole).toMatchObject({ block: 938_123 });
    const found = await examine(made(whole));
    expect(found.holds).toBe(true);
    expect(found.checks.find(({ why }) => why === 'anchored')).toMatchObject({
      outcome: 'absent',
      values: { block: '938123' },
    });
    expect(await attachProof(made(whole), otsProof(hash, [pending]))).toEqual({ refused: 'has-one' });
    expect(await attachProof(bundle, otsProof(new Uint8Array(32), [pending]))).toEqual({
      refused: 'other-file',
    });
    expect(await attachProof(bundle, new Uint8Array(40))).toEqual({ refused: 'not-a-proof' });
  });
});

describe('the authorities', { timeout: 60_000 }, () => {
  test('are named with address, certificates, the pages that say so and the day on which these were read', () => {
    expect(timeAuthorities.length).toBeGreaterThanOrEqual(2);
    expect(new Set(timeAuthorities.map(({ address }) => new URL(address).hostname)).size).toBe(
      timeAuthorities.length,
    );
  });

  test('are asked by one line of curl, which writes an answer that can be attached', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`;
    const { curl } = askingLines({ address }, request, 'answer.tsr');
    await promisify(execFile)('sh', ['-c', curl], { cwd: folder });
    expect(
      await times(made(await attachTime(bundle, readFileSync(join(folder, 'answer.tsr'))))),
    ).toHaveLength(1);
  });

  test('are asked by one line of PowerShell with the same request', () => {
    for (const authority of timeAuthorities) {
      const { powershell } = askingLines(authority, request, 'answer.tsr');
      const [, base64 = ''] = /FromBase64String\('([^']+)'\)/.exec(powershell) ?? [];
      expect(new Uint8Array(Buffer.from(base64, 'base64'))).toEqual(request);
      expect(powershell).toContain(
        `-Uri '${authority.address}' -Method Post -ContentType 'application/timestamp-query'`,
      );
      expect(powershell).not.toContain('\n');
    }
  });
});
