import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachNotes, attachTime } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { textOf, utf8ToBytes } from '../../core/bundle/bytes';
import { coverageOf } from '../../core/bundle/coverage';
import { fingerprintOf } from '../../core/bundle/signature';
import { examine } from '../../core/bundle/verify/verify';
import { readWithdrawal, writeWithdrawal } from '../../core/bundle/withdrawal';
import { summaryOf, verifierWords } from '../../core/bundle/words';
import { demoCapture, demoNotes, type Key, newKey } from '../builders/bundles';
import { filesOf } from '../builders/tampering';
import { startTimeAuthority } from '../builders/time-authority';

const after = '2026-11-30T21:00:00.000Z';
let key: Key;
let bundle: Uint8Array;
let statement: Uint8Array;
let folder: string;

beforeAll(async () => {
  key = await newKey();
  bundle = await buildBundle(demoCapture(key));
  statement = await writeWithdrawal(key.publicKey, after, key.sign);
  folder = mkdtempSync(join(tmpdir(), 'withdrawal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const changed = (from: string, to: string) => utf8ToBytes(textOf(statement).replace(from, to));

describe('a withdrawal', () => {
  test('says which key signs nothing after which moment', async () => {
    expect(await readWithdrawal(statement)).toEqual({ fingerprint: fingerprintOf(key.publicKey), after });
    expect(textOf(statement)).toContain('After that moment this key signs nothing.');
    expect(textOf(statement)).toContain('Setelah saat itu kunci ini tidak menandatangani apa pun.');
    expect(statement.length).toBeLessThan(2000);
  });

  test('is the same after it was published as text: lines may end and begin otherwise', async () => {
    const published = utf8ToBytes(`\ufeff${textOf(statement).replaceAll('\n', '  \r\n ')}\r\n\r\n`);
    expect(await readWithdrawal(published)).toEqual({ fingerprint: fingerprintOf(key.publicKey), after });
  });

  test.each([
    ['another moment', '2026-11-30T21', '2025-11-30T21', 'signature'],
    ['other words', 'signs nothing', 'signs all', 'changed'],
    ['words before it', 'Di Balik', 'Harian Contoh: Di Balik', 'changed'],
    ['no signature', 'BEGIN SIGNATURE', 'BEGIN', 'not-a-statement'],
    ['no moment', 'After ', 'When ', 'not-a-statement'],
  ])('with %s is refused', async (_, from, to, why) => {
    expect(await readWithdrawal(changed(from, to))).toBe(why);
  });

  test('by another key than the one it names is refused', async () => {
    const other = await newKey();
    expect(await readWithdrawal(await writeWithdrawal(key.publicKey, after, other.sign))).toBe('signature');
  });

  test('of a moment that is none is no statement', async () => {
    const never = await writeWithdrawal(key.publicKey, '2026-13-45T99:99:99.999Z', key.sign);
    expect(await readWithdrawal(never)).toBe('not-a-statement');
  });

  test.each([[new Uint8Array()], [new Uint8Array(30_000)], [utf8ToBytes('no statement')]])(
    'is not what is something else',
    async (file) => {
      expect(await readWithdrawal(file)).toBe('not-a-statement');
    },
  );
});

describe('a bundle whose key was withdrawn', () => {
  const told = async (of: Uint8Array, withdrawal: Uint8Array) => {
    const found = await examine(of, { withdrawal });
    return { found, check: found.checks.find(({ check }) => check === 'withdrawal') };
  };

  test('is no proof of a time without a time authority, and says why', async () => {
    const { found, check } = await told(bundle, statement);
    expect(check).toMatchObject({ outcome: 'doubts', why: 'withdrawn', values: { after } });
    expect(found.holds).toBe(false);
    expect(summaryOf(found)).toBe('doubtful');
    expect(check && verifierWords('en').sayCheck(check)).toContain(after);
  });

  test('holds where a time authority saw it before, and not where it saw it later', {
    timeout: 60_000,
  }, async () => {
    const authority = startTimeAuthority(folder);
    const answer = authority.answer(filesOf(bundle).get('capture.wacz.tsq') as Uint8Array);
    const timed = await attachTime(bundle, answer);
    if ('refused' in timed) throw new Error(timed.refused);
    const later = await writeWithdrawal(key.publicKey, '2126-01-01T00:00:00.000Z', key.sign);
    const good = await told(timed.bundle, later);
    expect(good.check).toMatchObject({ outcome: 'holds', why: 'before' });
    expect(good.found.holds).toBe(true);
    const earlier = await writeWithdrawal(key.publicKey, '2020-01-01T00:00:00.000Z', key.sign);
    const bad = await told(timed.bundle, earlier);
    expect(bad.check).toMatchObject({ outcome: 'doubts', why: 'withdrawn-before' });
    expect(bad.found.holds).toBe(false);
    // Notes are signed beside the archive: no time authority saw them.
    const noted = await attachNotes(timed.bundle, { notes: demoNotes, by: null, written: after }, key.sign);
    const { found } = await told(noted, later);
    expect(found.checks).toContainEqual(expect.objectContaining({ check: 'withdrawal', why: 'notes' }));
    expect(coverageOf(found)).toContainEqual({ key: 'covers.not-notes', isCovered: false });
    expect(coverageOf(good.found).map(({ key: name }) => name)).not.toContain('covers.not-notes');
  });

  test('holds under a statement for a moment to come, which is named', async () => {
    const later = await writeWithdrawal(key.publicKey, '2126-01-01T00:00:00.000Z', key.sign);
    const found = await examine(bundle, { withdrawal: later, now: '2026-12-01T00:00:00.000Z' });
    expect(found.checks).toContainEqual(expect.objectContaining({ check: 'withdrawal', why: 'not-yet' }));
    expect(found.holds).toBe(true);
  });

  test('holds under a statement about another key, which is named', async () => {
    const other = await newKey();
    const { found, check } = await told(bundle, await writeWithdrawal(other.publicKey, after, other.sign));
    expect(check).toMatchObject({ outcome: 'absent', why: 'other-key' });
    expect(found.holds).toBe(true);
  });

  test('is not fully checked with a statement that is none', async () => {
    const { found, check } = await told(bundle, changed('signs nothing', 'signs all'));
    expect(check).toMatchObject({ outcome: 'absent', why: 'changed' });
    expect(summaryOf(found)).toBe('unclear');
  });
});

test('openssl checks the statement by the lines that the page for journalists gives', () => {
  writeFileSync(join(folder, 'withdrawal.txt'), statement);
  const run = (line: string) => execFileSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
  run("sed '/BEGIN SIGNATURE/,$d' withdrawal.txt > statement.txt");
  run("sed '1,/BEGIN SIGNATURE/d;/END SIGNATURE/,$d' withdrawal.txt | base64 -d > statement.sig");
  expect(run('openssl dgst -sha256 -verify withdrawal.txt -signature statement.sig statement.txt')).toContain(
    'Verified OK',
  );
});
