import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sameBytes } from '../../core/bundle/bytes';
import type { Check } from '../../core/bundle/verify/check';
import { examine } from '../../core/bundle/verify/verify';
import { readZip } from '../../core/bundle/zip/read-zip';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { filesOf } from '../builders/tampering';

/** Another one each run; a failing run prints it, and SEED repeats it. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const changes = 2000;

/** mulberry32: numbers from 0 to 1 that a seed repeats. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let bundle: Uint8Array;
/** Where the archive's content lies. */
let inside: { from: number; to: number };
/** Whether a byte is of a file's content; all others are the container's, which people's tools write anew. */
let isContent: (at: number) => boolean;
let whole: Map<string, Uint8Array>;

beforeAll(async () => {
  bundle = await bundleWithNotes(await newKey());
  whole = filesOf(bundle);
  const { entries } = readZip(bundle);
  const [wacz] = entries;
  isContent = (at) => entries.some(({ dataFrom, dataTo }) => dataFrom <= at && at < dataTo);
  inside = { from: wacz?.dataFrom ?? 0, to: wacz?.dataTo ?? 0 };
});

const covers =
  (at: number) =>
  ({ outcome, from, to }: Check): boolean =>
    (outcome === 'fails' || outcome === 'noted') &&
    from !== undefined &&
    to !== undefined &&
    from <= at &&
    at <= to;

/**
 * The shortest stretch that names the changed byte; null when none does. A changed byte of the content never holds; one
 * of the container may, as zip tools write other containers around the same files: then it is noted.
 */
async function named(at: number, value: number): Promise<number | null> {
  const changed = bundle.slice();
  changed[at] = value;
  const { checks, holds, files } = await examine(changed);
  const isSame = [...whole].every(([name, bytes]) => sameBytes(files.get(name) ?? new Uint8Array(), bytes));
  const lengths = checks.filter(covers(at)).map(({ from = 0, to = 0 }) => to - from + 1);
  const isFalse = holds && (isContent(at) || !isSame);
  return isFalse || lengths.length === 0 ? null : Math.min(...lengths);
}

/** The places of those changes that nothing named, or only a stretch longer than `most` bytes. */
async function unnamed(
  places: readonly (readonly [at: number, value: number])[],
  most: number,
): Promise<string[]> {
  const found: string[] = [];
  const left = [...places];
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [at, value] = next;
      const length = await named(at, value);
      if (length === null || length > most) found.push(`${at} to ${value}: ${length}`);
    }
  };
  // Signatures are checked beside the main thread: several at once leave it no pause.
  await Promise.all([1, 2, 3, 4].map(work));
  return found;
}

const changeAt = (at: number, random: () => number): readonly [number, number] => [
  at,
  ((bundle[at] as number) + 1 + Math.floor(random() * 255)) & 255,
];

describe(`a single changed byte (SEED=${seed})`, { timeout: 180_000 }, () => {
  test(`is named at each of ${changes} random places`, async () => {
    const random = randomFrom(seed);
    const places = Array.from({ length: changes }, () =>
      changeAt(Math.floor(random() * bundle.length), random),
    );
    expect(await unnamed(places, bundle.length / 2)).toEqual([]);
  });

  test('is named closely in headers, in the directory and beside the archive', async () => {
    const random = randomFrom(seed + 1);
    const outside = bundle.length - (inside.to - inside.from);
    const places = Array.from({ length: 600 }, () => {
      const at = Math.floor(random() * outside);
      return changeAt(at < inside.from ? at : at - inside.from + inside.to, random);
    });
    expect(await unnamed(places, 3000)).toEqual([]);
  });

  test('is named closely at every byte of the directory', async () => {
    const { directory } = readZip(bundle);
    const { from = 0, end = 0 } = directory ?? {};
    expect(end).toBeGreaterThan(from + 400);
    const places = Array.from({ length: bundle.length - from }, (_, n) => from + n).flatMap((at) =>
      [1, 160].map((more) => [at, ((bundle[at] as number) + more) & 255] as const),
    );
    expect(await unnamed(places, 3000)).toEqual([]);
  });

  test('is named to the byte in every header of both containers', async () => {
    const random = randomFrom(seed + 2);
    const [wacz, ...others] = readZip(bundle).entries;
    const inner = readZip(wacz?.bytes ?? new Uint8Array()).entries.map(({ start, dataFrom }) => ({
      start: start + inside.from,
      dataFrom: dataFrom + inside.from,
    }));
    const places = [...others, ...inner].flatMap(({ start, dataFrom }) =>
      Array.from({ length: dataFrom - start }, (_, n) => changeAt(start + n, random)),
    );
    expect(places.length).toBeGreaterThan(600);
    expect(await unnamed(places, 1)).toEqual([]);
  });

  test('is named where it makes one file’s name another’s that a bundle may have', async () => {
    const older = new Uint8Array(readFileSync(join(import.meta.dirname, 'older/bundle-1.0.0.zip')));
    const [wacz] = readZip(older).entries;
    const first = readZip(wacz?.bytes ?? new Uint8Array()).entries.find(
      ({ name }) => name === 'evidence/segment-01.png',
    );
    const digit = (first?.dataFrom ?? 0) + (wacz?.dataFrom ?? 0) - '01.png'.length;
    expect(older[digit]).toBe('0'.charCodeAt(0));
    older[digit] = '3'.charCodeAt(0);
    const { checks } = await examine(older);
    expect(checks.filter(covers(digit))).toContainEqual(expect.objectContaining({ from: digit, to: digit }));
  });
});
