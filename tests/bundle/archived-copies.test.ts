import { beforeAll, expect, test } from 'vitest';
import { isArchivedCopy } from '../../core/bundle/archived-copy';
import { attachNotes } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { examine } from '../../core/bundle/verify/verify';
import { demoCapture, demoNotes, type Key, newKey } from '../builders/bundles';

const copy =
  'https://web.archive.org/web/20261124050000/https://www.tiktok.com/@contoh/video/7600000000000000101';
const written = '2026-11-24T06:00:00.000Z';
let key: Key;
let bundle: Uint8Array;
beforeAll(async () => {
  key = await newKey();
  bundle = await buildBundle(demoCapture(key));
});

test.each([
  [copy, true],
  ['https://web.archive.org/web/20261124050000if_/https://example.com/', true],
  ['https://archive.ph/AbC1d', true],
  ['https://archive.today/20261124050000/https://example.com/', true],
  ['http://archive.ph/AbC1d', false],
  ['https://web.archive.org/web/*/https://example.com/', false],
  ['https://web.archive.org/', false],
  ['https://archive.ph/', false],
  ['https://archive.ph.example.com/AbC1d', false],
  ['https://me:secret@archive.ph/AbC1d', false],
  ['https://example.com/web/20261124050000/https://example.com/', false],
  ['javascript:alert(1)', false],
  ['', false],
  // What a browser forgives, and a reader of the caption does not see.
  ['https://archive.ph/AbC1\nd', false],
  [` ${copy}`, false],
  [`${copy}\u202e`, false],
  ['https:\\\\archive.ph\\AbC1d', false],
  ['https://archive.ph/AbC1d#https://kpk.go.id', false],
  ['https://web.archive.org/web/20261399050000/https://example.com/', false],
  ['https://web.archive.org/web/20261124050000/https://me:secret@example.com/', false],
])('%s is the address of a copy in an archive: %s', (address, is) => {
  expect(isArchivedCopy(address)).toBe(is);
});

test('copies stand in the signed layer, with marks and without, and the archive stays as it was', async () => {
  for (const notes of [demoNotes, []]) {
    const made = await attachNotes(bundle, { notes, archived: [copy], by: null, written }, key.sign);
    const found = await examine(made);
    expect(found.holds).toBe(true);
    expect(found.notes).toMatchObject({ notes_version: '1.1.0', archived: [copy] });
    expect(found.notes?.notes).toHaveLength(notes.length);
    expect(found.files.get('capture.wacz')).toEqual((await examine(bundle)).files.get('capture.wacz'));
  }
});

test('what is no copy’s address, and a layer without anything, is not signed', async () => {
  const layer = { notes: [], by: null, written };
  await expect(
    attachNotes(bundle, { ...layer, archived: ['https://example.com/'] }, key.sign),
  ).rejects.toThrow();
  await expect(attachNotes(bundle, layer, key.sign)).rejects.toThrow();
});

test('a copy that was exchanged afterwards fails by the signature over the notes', async () => {
  const made = await attachNotes(bundle, { notes: [], archived: [copy], by: null, written }, key.sign);
  const { files } = await examine(made);
  const given = [...files].map(([name, bytes]) => ({
    name,
    bytes:
      name === 'notes.json'
        ? new TextEncoder().encode(
            new TextDecoder().decode(bytes).replace('20261124050000', '20261123050000'),
          )
        : bytes,
  }));
  const found = await examine(given);
  expect(found.holds).toBe(false);
  expect(found.notes).toBeNull();
});
