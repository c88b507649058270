import { sign } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachTime } from '../../core/bundle/attach';
import { buildBundle, packBundle } from '../../core/bundle/build-bundle';
import { concatBytes, sameBytes } from '../../core/bundle/bytes';
import { derOf, framed } from '../../core/bundle/time/ber';
import { insideOf, readDer, wholeOf } from '../../core/bundle/time/der';
import { readTimeAnswer, wholeAnswer } from '../../core/bundle/time/time-answer';
import { answerSignature } from '../../core/bundle/time/time-signature';
import { examine } from '../../core/bundle/verify/verify';
import { hasTools } from '../../demo/machine/find-tools';
import { demoCapture, newKey } from '../builders/bundles';
import { filesOf, time } from '../builders/tampering';
import { openssl, startTimeAuthority } from '../builders/time-authority';

const field = join(import.meta.dirname, '../../../shared/field/files');
const hasOpenssl = hasTools('openssl');

let folder: string;
let bundle: Uint8Array;
let request: Uint8Array;
let wacz: Uint8Array;
let answer: Uint8Array;

beforeAll(async () => {
  if (!hasOpenssl) return;
  folder = mkdtempSync(join(tmpdir(), 'time-forms-'));
  bundle = await buildBundle(demoCapture(await newKey()));
  const files = filesOf(bundle);
  request = files.get('capture.wacz.tsq') ?? new Uint8Array();
  wacz = files.get('capture.wacz') ?? new Uint8Array();
  answer = startTimeAuthority(folder).answer(request);
}, 400_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

/** Writes every constructed value of DER without its length; strings of bytes in parts of `part` where that is given. */
function berOf(der: Uint8Array, part: number | null): Uint8Array {
  const value = readDer(der);
  const content = der.subarray(value.from, value.to);
  const end = new Uint8Array(2);
  if ((value.tag & 0x20) !== 0) {
    const parts = insideOf(der, value).map((one) => berOf(wholeOf(der, one).slice(), part));
    return concatBytes(Uint8Array.of(value.tag, 0x80), ...parts, end);
  }
  if (value.tag !== 4 || part === null || content.length <= part) return der;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += part) pieces.push(framed(4, content.subarray(at, at + part)));
  return concatBytes(Uint8Array.of(0x24, 0x80), ...pieces, end);
}

/** Every length in four digits. */
function longOf(der: Uint8Array): Uint8Array {
  const value = readDer(der);
  const isFrame = (value.tag & 0x20) !== 0;
  const content = isFrame
    ? concatBytes(...insideOf(der, value).map((one) => longOf(wholeOf(der, one).slice())))
    : der.subarray(value.from, value.to);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length);
  return concatBytes(Uint8Array.of(value.tag, 0x84), size, content);
}

/** DER in which some whole values are others. */
function replaced(der: Uint8Array, pairs: readonly (readonly [Uint8Array, Uint8Array])[]): Uint8Array {
  const [, other] = pairs.find(([one]) => sameBytes(one, der)) ?? [];
  if (other !== undefined) return other;
  const value = readDer(der);
  if ((value.tag & 0x20) === 0) return der;
  const parts = insideOf(der, value).map((one) => replaced(wholeOf(der, one).slice(), pairs));
  return framed(value.tag, concatBytes(...parts));
}

/** The signed attributes and the signature of a token's only signer. */
function lastSigned(token: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const inside = (one: Uint8Array) => insideOf(one, readDer(one)).map((value) => wholeOf(one, value).slice());
  const last = (one: Uint8Array) => inside(one).at(-1) as Uint8Array;
  const signer = inside(last(last(last(token))))[0] as Uint8Array;
  const parts = inside(signer);
  return [
    parts.find(([tag]) => tag === 0xa0) as Uint8Array,
    parts.findLast(([tag]) => tag === 4) as Uint8Array,
  ];
}

/** A statement of some days later: certificates made here are valid from now on, and for two days. */
function atDay(statement: Uint8Array, days: number): Uint8Array {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const later = statement.slice();
  later.set(Buffer.from(day), Buffer.from(later).indexOf('\x18\x0f20', 'latin1') + 2);
  return later;
}

const bareOf = (whole: Uint8Array): Uint8Array => {
  const [, token] = insideOf(whole, readDer(whole));
  if (token === undefined) throw new Error('no token');
  return wholeOf(whole, token).slice();
};

const outcome = async (bytes: Uint8Array) => {
  const made = await attachTime(bundle, bytes);
  if ('refused' in made) return made.refused;
  const found = await examine(made.bundle);
  const { outcome: told, why } = found.checks.find(({ check }) => check === 'time') ?? {};
  expect(found.holds).toBe(true);
  return `${told} ${why}`;
};

describe.skipIf(!hasOpenssl)('the answer of a time authority', { timeout: 120_000 }, () => {
  test.each([
    ['as DER', (one: Uint8Array) => one],
    ['with indefinite lengths', (one: Uint8Array) => berOf(one, null)],
    ['with strings in parts', (one: Uint8Array) => berOf(one, 40)],
    ['with lengths longer than need be', longOf],
    ['as a bare token', bareOf],
    ['as a bare token with indefinite lengths', (one: Uint8Array) => berOf(bareOf(one), 100)],
  ])('%s holds, and comes back as the same DER', async (_name, change) => {
    const changed = change(answer);
    expect(await outcome(changed)).toBe('holds holds');
    const isBare = _name.includes('bare');
    expect(sameBytes(derOf(changed), isBare ? bareOf(answer) : answer)).toBe(true);
  });

  test('is refused of who is no time authority, or had no certificate at that time', async () => {
    const read = readTimeAnswer(answer, sha256(wacz));
    if (typeof read === 'string') throw new Error(read);
    const other = startTimeAuthority(folder, undefined, 'signs_mail');
    const good = startTimeAuthority(folder);
    const tomorrow = atDay(read.statement, 1);
    for (const [forged, why] of [
      [other.forge(tomorrow), 'not-for-time'],
      [good.forge(atDay(read.statement, 300)), 'not-valid-then'],
    ] as const) {
      expect(await attachTime(bundle, forged)).toEqual({ refused: why });
      const files = filesOf(bundle).set('capture.wacz.tsr', wholeAnswer(forged));
      const { checks, holds } = await examine(packBundle(files, time));
      expect(holds).toBe(false);
      expect(checks).toContainEqual(expect.objectContaining({ check: 'time', outcome: 'fails', why }));
    }
    expect(await attachTime(bundle, good.forge(tomorrow))).toMatchObject({ time: expect.any(String) });
  });

  test('that was a bare token is read by openssl in the bundle', async () => {
    const made = await attachTime(bundle, bareOf(answer));
    if ('refused' in made) throw new Error(made.refused);
    writeFileSync(join(folder, 'bare.tsr'), filesOf(made.bundle).get('capture.wacz.tsr') ?? new Uint8Array());
    expect(openssl(folder, 'ts', '-reply', '-in', 'bare.tsr', '-text')).toContain('Status: Granted');
  });

  test('that was changed does not hold in any of its forms', async () => {
    const at = new TextDecoder('latin1').decode(answer).search(/20\d{12}Z/) + 3;
    const edited = answer.slice();
    edited[at] = 0x31;
    for (const change of [(one: Uint8Array) => one, (one: Uint8Array) => berOf(one, 40), bareOf])
      expect(await outcome(change(edited))).toBe('signature');
  });

  test.each([
    ['a curve of another kind', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1']],
    ['a curve that browsers do not have', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1']],
    ['the old standard for signatures', ['-newkey', 'dsa:dsa.pem']],
  ])('of %s cannot be checked here, and is never called changed', async (_name, key) => {
    if (key.includes('dsa:dsa.pem')) openssl(folder, 'dsaparam', '-out', 'dsa.pem', '2048');
    expect(await outcome(signedBy(key, []))).toBe('absent unchecked');
  });

  test('of a hash that browsers do not have cannot be checked here', async () => {
    expect(await outcome(signedBy(['-newkey', 'rsa:2048'], ['-md', 'sha3-256']))).toBe('absent unchecked');
  });

  test.each(['ed25519', 'ed448'] as const)('of a key of %s cannot be checked here', async (kind) => {
    expect(await outcome(signedByEdwards(kind))).toBe('absent unchecked');
  });

  /**
   * The same statement signed by a key that this openssl does not sign time with: its certificate, that certificate's
   * digest, the kind of signature and the signature take the places of a P-256 key's own.
   */
  function signedByEdwards(kind: 'ed25519' | 'ed448'): Uint8Array {
    const token = signedBy(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'], [], 77);
    const der = (name: string) => {
      openssl(folder, 'x509', '-in', name, '-outform', 'DER', '-out', 'cert.der');
      return new Uint8Array(readFileSync(join(folder, 'cert.der')));
    };
    const before = der('c.pem');
    const subject = ['-days', '2', '-set_serial', '77', '-subj', '/CN=Test time authority'];
    openssl(
      folder,
      'req',
      '-x509',
      '-newkey',
      kind,
      '-nodes',
      '-keyout',
      'e.pem',
      '-out',
      'ec.pem',
      ...subject,
    );
    const after = der('ec.pem');
    const ecdsa = Uint8Array.of(0x30, 10, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2);
    const edwards = Uint8Array.of(0x30, 5, 6, 3, 0x2b, 0x65, kind === 'ed25519' ? 0x70 : 0x71);
    const moved = replaced(token, [
      [before, after],
      [framed(4, openssl32(before)), framed(4, openssl32(after))],
      [ecdsa, edwards],
    ]);
    const [attributes, signature] = lastSigned(moved);
    const signed = sign(
      null,
      concatBytes(Uint8Array.of(0x31), attributes.slice(1)),
      readFileSync(join(folder, 'e.pem')),
    );
    return replaced(moved, [[signature, framed(4, new Uint8Array(signed))]]);
  }

  test.each([
    ['an RSA key by RSASSA-PSS', ['-newkey', 'rsa:2048']],
    ['a key for RSASSA-PSS alone', ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048']],
  ])('of %s holds', async (_name, key) => {
    const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32'];
    const signed = signedBy(key, pss);
    expect(await outcome(signed)).toBe('holds holds');
    const broken = signed.slice();
    broken[broken.length - 1] = (broken.at(-1) as number) ^ 1;
    expect(await outcome(broken)).toBe('signature');
  });

  /** The same statement signed by `openssl cms`, as `openssl ts` signs with few kinds of keys: a bare token. */
  function signedBy(newKeyOf: readonly string[], more: readonly string[], serial?: number): Uint8Array {
    const read = readTimeAnswer(answer, new Uint8Array(openssl32(wacz)));
    if (typeof read === 'string') throw new Error(read);
    writeFileSync(join(folder, 'statement.der'), atDay(read.statement, 1));
    openssl(
      folder,
      'req',
      '-x509',
      ...newKeyOf,
      '-nodes',
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Test time authority',
      ...(serial === undefined ? [] : ['-set_serial', String(serial)]),
    );
    openssl(
      folder,
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-cades',
      '-in',
      'statement.der',
      '-signer',
      'c.pem',
      '-inkey',
      'k.pem',
      ...(more.includes('-md') ? [] : ['-md', 'sha256']),
      ...more,
      '-econtent_type',
      'id-smime-ct-TSTInfo',
      '-outform',
      'DER',
      '-out',
      'token.der',
    );
    return new Uint8Array(readFileSync(join(folder, 'token.der')));
  }

  function openssl32(bytes: Uint8Array): Buffer {
    writeFileSync(join(folder, 'hashed'), bytes);
    openssl(folder, 'dgst', '-sha256', '-binary', '-out', 'hash', 'hashed');
    return readFileSync(join(folder, 'hash'));
  }
});

describe.skipIf(!existsSync(field))('the time answers from the field', () => {
  test.each(['time-ber-indefinite.tsr', 'time-bare-token.tst'])('%s is attached and holds', async (name) => {
    const made = await attachTime(
      new Uint8Array(readFileSync(join(field, 'time-bundle.zip'))),
      new Uint8Array(readFileSync(join(field, name))),
    );
    if ('refused' in made) throw new Error(made.refused);
    const { checks } = await examine(made.bundle);
    expect(checks.find(({ check }) => check === 'time')?.outcome).toBe('holds');
  });
});

test('an answer of nothing but frames is refused, however deep', async () => {
  const deep = new Uint8Array(200_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80));
  expect(readTimeAnswer(deep, new Uint8Array(32))).toBe('not-an-answer');
  const { outcome: told } = await answerSignature({
    time: '',
    statement: new Uint8Array(),
    signedData: deep,
  });
  expect(told).toBe('unknown');
});
