import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import type { CaptureSaying } from '../../core/bundle/capture-facts';
import { examineSequence, isSequence, packSequence } from '../../core/bundle/sequence';
import { derSignature, fingerprintOf, pemOf } from '../../core/bundle/signature';
import { readZip } from '../../core/bundle/zip/read-zip';
import { writeZip } from '../../core/bundle/zip/write-zip';
import { demoCapture, demoSaying, type Key, newKey } from '../builders/bundles';
import { filesOf } from '../builders/tampering';

const flow = '0f0e0d0c-0b0a-4908-8706-050403020100';
const written = '2026-11-24T05:10:00.000Z';
let key: Key;
let parts: { name: string; bundle: Uint8Array }[];
let sequence: Uint8Array;

const made = async (taken: string, change: Partial<CaptureSaying> = {}) => ({
  name: `capture_${taken.replace(/\D/g, '').slice(0, 14)}.zip`,
  bundle: await buildBundle(
    demoCapture(key, {
      said: { ...demoSaying(), capture_id: crypto.randomUUID(), flow_id: flow, taken_utc: taken, ...change },
    }),
  ),
});
/** The ZIP with its files changed. */
const changed = (how: (files: Map<string, Uint8Array>) => void): Uint8Array => {
  const files = new Map(
    readZip(sequence).entries.map(({ name, bytes }) => [name, bytes ?? new Uint8Array()]),
  );
  how(files);
  return writeZip(
    [...files].map(([name, bytes]) => ({ name, bytes })),
    { date: 0, time: 0 },
  );
};
/** The list changed and signed anew, without one of the files. */
async function resigned(
  by: Key,
  how: (list: { written_utc: string; steps: unknown[] }) => void,
  without = '',
): Promise<Uint8Array> {
  const list = JSON.parse(new TextDecoder().decode(filesOf(sequence).get('sequence.json')));
  how(list);
  const json = new TextEncoder().encode(JSON.stringify(list));
  const signature = derSignature(await by.sign(json));
  return changed((files) => {
    files.delete(without);
    files.set('sequence.json', json).set('sequence.json.sig', signature);
    files.set('pubkey.pem', new TextEncoder().encode(pemOf(by.publicKey)));
  });
}
const faultsOf = async (zip: Uint8Array) => (await examineSequence(zip)).faults;

beforeAll(async () => {
  key = await newKey();
  parts = [
    await made('2026-11-24T05:02:00.000Z'),
    await made('2026-11-24T05:00:00.000Z'),
    await made('2026-11-24T05:01:00.000Z'),
  ];
  sequence = await packSequence(parts, { ...key, written });
});

describe('several captures of one flow', { timeout: 60_000 }, () => {
  test('are one ZIP, oldest first, whose list and captures hold', async () => {
    expect(isSequence(sequence)).toBe(true);
    expect(isSequence(parts[0]?.bundle ?? new Uint8Array())).toBe(false);
    const { holds, faults, fingerprint, steps } = await examineSequence(sequence);
    expect(faults).toEqual([]);
    expect(holds).toBe(true);
    expect(fingerprint).toBe(fingerprintOf(key.publicKey));
    expect(steps.map(({ found }) => found.facts?.taken_utc)).toEqual([
      '2026-11-24T05:00:00.000Z',
      '2026-11-24T05:01:00.000Z',
      '2026-11-24T05:02:00.000Z',
    ]);
    expect(steps[0]?.file).toBe('01_capture_20261124050000.zip');
  });

  test('are refused where they are of two flows, of none, or only one', async () => {
    const signing = { ...key, written };
    const other = await made('2026-11-24T05:03:00.000Z', { flow_id: crypto.randomUUID() });
    const none = await made('2026-11-24T05:03:00.000Z', { flow_id: null });
    for (const some of [[...parts, other], [none, none], parts.slice(0, 1), []])
      await expect(packSequence(some, signing)).rejects.toThrow('flow');
    await expect(packSequence(parts, { ...(await newKey()), written })).rejects.toThrow('key');
  });

  test('say what was done to them: a step taken out, put in, exchanged or changed, a list changed or written anew', async () => {
    const [first = '', second = ''] = readZip(sequence)
      .entries.map(({ name }) => name)
      .filter((name) => name.endsWith('.zip'));
    expect(await faultsOf(changed((files) => files.delete(second)))).toEqual(['missing']);
    expect(await faultsOf(changed((files) => files.set('04_more.zip', new Uint8Array())))).toEqual(['added']);
    expect(
      await faultsOf(changed((files) => files.set(first, files.get(second) ?? new Uint8Array()))),
    ).toEqual(['other']);
    const bytes = (files: Map<string, Uint8Array>) => files.get(first)?.with(20_000, 1) ?? new Uint8Array();
    expect(await faultsOf(changed((files) => files.set(first, bytes(files))))).toContain('capture');
    const rewrite = (files: Map<string, Uint8Array>) => {
      const list = JSON.parse(new TextDecoder().decode(files.get('sequence.json')));
      list.steps.reverse();
      files.set('sequence.json', new TextEncoder().encode(JSON.stringify(list)));
    };
    expect(await faultsOf(changed(rewrite))).toEqual(['signature', 'order']);
    expect(await faultsOf(await resigned(key, (list) => list.steps.push(list.steps[2])))).toEqual(['order']);
    const early = (list: { written_utc: string }) => {
      list.written_utc = '2026-11-24T05:00:30.000Z';
    };
    expect(await faultsOf(await resigned(key, early))).toEqual(['order']);
    // Genuine captures, of which somebody else left one out.
    const other = await newKey();
    const shorter = await resigned(other, (list) => list.steps.splice(1, 1), second);
    expect(await faultsOf(shorter)).toEqual(['key']);
    expect((await examineSequence(shorter, { fingerprint: fingerprintOf(key.publicKey) })).holds).toBe(false);
    expect(await faultsOf(changed((files) => files.set('sequence.json', new Uint8Array())))).toEqual([
      'list',
    ]);
    expect(await faultsOf(new Uint8Array(100))).toEqual(['list']);
  });

  test('hold however they were packed again: in a folder, beside what file managers leave, deflated, or unpacked', async () => {
    const files = [...filesOf(sequence)].map(([name, bytes]) => ({ name: `rangkaian/${name}`, bytes }));
    const left = { name: 'rangkaian/.DS_Store', bytes: new Uint8Array(9) };
    const zipped = writeZip([...files.toReversed(), left], { date: 0, time: 0 });
    for (const given of [zipped, [...files, left]]) {
      expect(isSequence(given)).toBe(true);
      expect(await examineSequence(given)).toMatchObject({ holds: true, faults: [] });
    }
  });
});
