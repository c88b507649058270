import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import { fingerprintOf } from '../../core/bundle/signature';
import { examine } from '../../core/bundle/verify/verify';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { bundleWithNotes, captureId, demoCapture, type Key, newKey, taken } from '../builders/bundles';

let key: Key;
let bundle: Uint8Array;

beforeAll(async () => {
  key = await newKey();
  bundle = await bundleWithNotes(key);
});

describe('an untouched bundle', () => {
  test('holds in every check, and gives its picture, facts, notes and fingerprint', async () => {
    const found = await examine(bundle, {
      now: taken,
      writer: { rulebook: builtInRulebook, version: '0.1.0' },
    });
    expect(found.checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([
      { check: 'time', outcome: 'absent', why: 'none' },
      { check: 'withdrawal', outcome: 'absent', why: 'none' },
    ]);
    expect(found.holds).toBe(true);
    expect(found.fingerprint).toBe(fingerprintOf(key.publicKey));
    expect(found.facts?.capture_id).toBe(captureId);
    expect(found.picture?.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    expect(found.notes?.notes).toHaveLength(3);
  });

  test('holds without notes too', async () => {
    const found = await examine(await buildBundle(demoCapture(key)));
    expect(found.checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
    expect(found.holds).toBe(true);
  });

  test('is the same bytes for the same capture and the same signature', async () => {
    const sign = async () => new Uint8Array(96).fill(7);
    const [one, other] = await Promise.all([1, 2].map(() => buildBundle(demoCapture({ ...key, sign }))));
    expect(one).toEqual(other);
  });
});
