import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { attachTime } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { timeRequest } from '../../core/bundle/time/time-request';
import { examine } from '../../core/bundle/verify/verify';
import { readZip } from '../../core/bundle/zip/read-zip';
import { findTools } from '../../demo/machine/find-tools';
import { demoCapture, newKey } from '../builders/bundles';
import { tempFolder } from '../builders/temp-folder';
import { openssl, startTimeAuthority } from '../builders/time-authority';

const folder = tempFolder('time');
let authority: ReturnType<typeof startTimeAuthority>;
let bundle: Uint8Array;
let request: Uint8Array;
let answer: Uint8Array;

const fileOf = (zip: Uint8Array, wanted: string): Uint8Array =>
  readZip(zip).entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();
const attached = async (bytes: Uint8Array, tsr: Uint8Array): Promise<Uint8Array> => {
  const made = await attachTime(bytes, tsr);
  if ('refused' in made) throw new Error(made.refused);
  return made.bundle;
};

beforeAll(async () => {
  findTools('openssl');
  authority = startTimeAuthority(folder);
  bundle = await buildBundle(demoCapture(await newKey()));
  request = fileOf(bundle, 'capture.wacz.tsq');
  answer = authority.answer(request);
}, 400_000);

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

  test('has its own signature checked, of RSA and of ECDSA keys, with the name of the authority', async () => {
    const curve = startTimeAuthority(folder, ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    for (const one of [authority, curve]) {
      const made = await attached(bundle, one.answer(request));
      const { checks } = await examine(made);
      expect(checks.find(({ check }) => check === 'time')).toMatchObject({
        outcome: 'holds',
        why: 'holds',
        values: { authority: 'Test time authority' },
      });
    }
  });

  test('is refused when its time, its signature or its certificate was edited', async () => {
    const text = new TextDecoder('latin1').decode(answer);
    const edited = (at: number, value: number) => {
      const bytes = answer.slice();
      bytes[at] = value;
      return bytes;
    };
    const year = /20\d{12}Z/.exec(text)?.index ?? 0;
    const refused = { refused: 'signature' };
    expect(await attachTime(bundle, edited(year + 3, 0x31))).toEqual(refused);
    expect(await attachTime(bundle, edited(answer.length - 1, 0))).toEqual(refused);
    const name = text.indexOf('Test time authority');
    expect(name).toBeGreaterThan(0);
    expect(await attachTime(bundle, edited(name, 0x42))).toEqual(refused);
  });

  test('is named by any byte of it that changes later', async () => {
    const made = await attached(bundle, answer);
    const place = readZip(made).entries.find(({ name }) => name === 'capture.wacz.tsr');
    const missed: number[] = [];
    for (let at = place?.dataFrom ?? 0; at < (place?.dataTo ?? 0); at += 7) {
      const changed = made.slice();
      changed[at] = (changed[at] as number) ^ 4;
      const { checks } = await examine(changed);
      const isNamed = checks.some(
        ({ outcome, file, from = 0, to = 0 }) =>
          outcome === 'fails' && file === 'capture.wacz.tsr' && from <= at && at <= to,
      );
      if (!isNamed) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test('is never attached to a bundle in doubt', async () => {
    const changed = bundle.slice();
    changed[200] = (changed[200] as number) ^ 1;
    await expect(attachTime(changed, answer)).rejects.toThrow('does not hold');
  });
});
