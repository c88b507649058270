import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachTime } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { readZip } from '../../core/bundle/read-zip';
import { timeRequest } from '../../core/bundle/time-request';
import { examine } from '../../core/bundle/verify/verify';
import { findTools } from '../../scripts/find-tools';
import { demoCapture, newKey } from '../builders/bundles';
import { openssl, startTimeAuthority } from '../builders/time-authority';

let folder: string;
let authority: ReturnType<typeof startTimeAuthority>;
let bundle: Uint8Array;
let request: Uint8Array;
let answer: Uint8Array;

const fileOf = (zip: Uint8Array, wanted: string): Uint8Array =>
  readZip(zip, () => true).entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();
const attached = async (bytes: Uint8Array, tsr: Uint8Array): Promise<Uint8Array> => {
  const made = await attachTime(bytes, tsr);
  if ('refused' in made) throw new Error(made.refused);
  return made.bundle;
};

beforeAll(async () => {
  findTools('openssl');
  folder = mkdtempSync(join(tmpdir(), 'time-'));
  authority = startTimeAuthority(folder);
  bundle = await buildBundle(demoCapture(await newKey()));
  request = fileOf(bundle, 'capture.wacz.tsq');
  answer = authority.answer(request);
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('trusted time', { timeout: 60_000 }, () => {
  test('is asked for in 69 bytes that openssl reads', () => {
    expect(request).toHaveLength(69);
    writeFileSync(join(folder, 'request.tsq'), request);
    const told = openssl(folder, 'ts', '-query', '-in', 'request.tsq', '-text');
    expect(told).toContain('Hash Algorithm: sha256');
    expect(told).toContain('Certificate required: yes');
    expect(told).toMatch(/Nonce: 0x[4-7][0-9A-F]{15}/);
  });

  test('is attached to a new bundle, which openssl verifies, and another file does not fit', async () => {
    const made = await attached(bundle, answer);
    writeFileSync(join(folder, 'capture.wacz'), fileOf(made, 'capture.wacz'));
    writeFileSync(join(folder, 'other.wacz'), fileOf(bundle, 'VERIFY.txt'));
    writeFileSync(join(folder, 'capture.wacz.tsr'), fileOf(made, 'capture.wacz.tsr'));
    const verify = (data: string) =>
      spawnSync(
        'openssl',
        ['ts', '-verify', '-data', data, '-in', 'capture.wacz.tsr', '-CAfile', authority.root],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
    expect(verify('capture.wacz').stdout).toContain('Verification: OK');
    expect(verify('other.wacz').stdout).toContain('Verification: FAILED');
    const { checks, holds } = await examine(made);
    expect(holds).toBe(true);
    const time = checks.find(({ check }) => check === 'time');
    expect(time?.outcome).toBe('holds');
    const seen = Date.parse(time?.values?.time ?? '');
    expect(Math.abs(Date.now() - seen)).toBeLessThan(600_000);
  });

  test('is refused with its reason: not an answer, not granted, of another file, of another request, already there', async () => {
    const other = timeRequest(new Uint8Array(32).fill(9));
    const otherNonce = request.slice();
    otherNonce[60] = (otherNonce[60] as number) ^ 1;
    const refused = Uint8Array.of(0x30, 5, 0x30, 3, 2, 1, 2);
    expect(await attachTime(bundle, request)).toEqual({ refused: 'not-an-answer' });
    expect(await attachTime(bundle, new Uint8Array())).toEqual({ refused: 'not-an-answer' });
    expect(await attachTime(bundle, answer.subarray(0, 900))).toEqual({ refused: 'not-an-answer' });
    expect(await attachTime(bundle, refused)).toEqual({ refused: 'not-granted' });
    expect(await attachTime(bundle, authority.answer(other))).toEqual({ refused: 'other-file' });
    expect(await attachTime(bundle, authority.answer(otherNonce))).toEqual({ refused: 'other-nonce' });
    expect(await attachTime(await attached(bundle, answer), answer)).toEqual({ refused: 'has-one' });
  });

  test('is never attached to a bundle in doubt', async () => {
    const changed = bundle.slice();
    changed[200] = (changed[200] as number) ^ 1;
    await expect(attachTime(changed, answer)).rejects.toThrow('does not hold');
  });
});
