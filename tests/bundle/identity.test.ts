import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { printChecks } from '../../cli/print-checks';
import { shownMasked } from '../../core/address/masked-parts';
import { buildBundle } from '../../core/bundle/build-bundle';
import { utf8ToBytes } from '../../core/bundle/bytes';
import type { CaptureSaying } from '../../core/bundle/capture-facts';
import {
  commitmentTo,
  newSalt,
  type Opening,
  openingJson,
  openSeals,
  readOpening,
} from '../../core/bundle/commitment';
import { compareBundles } from '../../core/bundle/compare';
import { type Examination, examine } from '../../core/bundle/verify/verify';
import { verifierWords } from '../../core/bundle/words';
import { maskedVerdict } from '../../core/capture/capture-saying';
import { publicAddress } from '../../core/capture/masked-address';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { captureId, demoCapture, demoSaying, drawPng, type Key, newKey } from '../builders/bundles';

const post = 'https://www.tiktok.com/@contoh/video/7600000000000000101';
const uncovered = drawPng(40, 30);
let key: Key;
beforeAll(async () => {
  key = await newKey();
});

const made = (change: Partial<CaptureSaying>): Promise<Uint8Array> =>
  buildBundle(demoCapture(key, { said: { ...demoSaying(), ...change } }));
const sealed = async (): Promise<{ found: Examination; opening: Opening }> => {
  const opening: Opening = {
    opening_version: '1.0.0',
    capture_id: captureId,
    page: { address: post, salt: newSalt() },
    picture: { sha256: '0'.repeat(64), salt: newSalt() },
  };
  const bundle = await made({
    page_commitment: commitmentTo(opening.page?.salt ?? '', utf8ToBytes(post)),
    original_commitment: commitmentTo(opening.picture?.salt ?? '', uncovered),
  });
  return { found: await examine(bundle), opening };
};

describe('which page a capture shows', () => {
  test.each([
    ['video-basket', 'https://www.tiktok.com/@_/video/_', 'https://www.tiktok.com/@…/video/…'],
    ['shop-id-product', 'https://shop-id.tokopedia.com/pdp/_/_', 'https://shop-id.tokopedia.com/pdp/…/…'],
  ])('is masked so that nobody takes the address of %s for one that can be opened', (...one) => {
    const [name, masked, shown] = one;
    const { address, html } = pageNamed(name);
    const judged = judge(pageFromHtml(html, address, rulebook.signals), rulebook, '2026-11-24');
    const verdict = maskedVerdict(judged, rulebook);
    expect(verdict?.address).toBe(masked);
    expect(shownMasked(masked)).toBe(shown);
    expect(shownMasked(masked.replaceAll('/_', '/00000'))).not.toContain('0000');
  });

  test('may be named by host and path, and never where the page is one person’s own', () => {
    expect(publicAddress(`${post}?is_from_webapp=1&sender=me#x`, 'video')).toBe(post);
    for (const kind of ['cart', 'checkout', 'order', 'seller', 'check'])
      expect(publicAddress('https://www.tiktok.com/order/576000000000000001', kind)).toBeNull();
    for (const address of [
      'https://me:secret@www.tiktok.com/@a/video/7600000000000000101',
      'about:blank',
      '',
    ])
      expect(publicAddress(address, 'video')).toBeNull();
  });

  test('stands in the signed facts, and the verifier shows it with who took it and for what', async () => {
    const bundle = await made({ page_url: post, collector: 'Redaksi Contoh', case_ref: 'K-12' });
    const found = await examine(bundle);
    expect(found.holds).toBe(true);
    expect(found.facts).toMatchObject({ schema_version: '1.1.0', page_url: post });
    const told = printChecks(found, verifierWords('en'));
    for (const part of [`Page: ${post}`, 'Taken by: Redaksi Contoh', 'Case: K-12'])
      expect(told).toContain(part);
  });

  test('and its maker write no lines of the verifier in a terminal, whatever they hold', async () => {
    const lie = 'Time authority: DigiCert, 2019';
    const found = await examine(await made({ collector: `Redaksi\n${lie}`, case_ref: `K\u2028${lie}` }));
    const lines = printChecks(found, verifierWords('en')).split(/[\n\u2028]/);
    expect(lines.some((line) => line.includes(lie))).toBe(true);
    expect(lines.filter((line) => line.startsWith(lie))).toEqual([]);
  });

  test('is refused where it is another host’s than the masked one', async () => {
    await expect(made({ page_url: 'https://example.com/@contoh/video/1' })).rejects.toThrow('page_url');
  });

  test('cannot be told the same of two captures by their masked addresses, only by the named ones', async () => {
    const [one, other, named] = await Promise.all(
      [{}, {}, { page_url: post }].map(async (change) => examine(await made(change))),
    );
    const sameness = (first: Examination, second: Examination) =>
      compareBundles(first, second, 'en')?.rows.find(({ name }) => name === 'page')?.isSame;
    expect(sameness(one as Examination, other as Examination)).toBeNull();
    expect(sameness(named as Examination, named as Examination)).toBe(true);
  });
});

describe('a sealed address and a sealed picture', () => {
  test('tell nothing in the bundle, and fit their opening, which nothing else fits', async () => {
    const { found, opening } = await sealed();
    expect(found.holds).toBe(true);
    expect(JSON.stringify(found.facts)).not.toContain('7600000000000000101');
    const facts = found.facts as NonNullable<typeof found.facts>;
    const read = readOpening(new TextDecoder().decode(openingJson(opening)));
    expect(read).toEqual(opening);
    expect(openSeals(facts, opening, uncovered)).toEqual({
      outcome: 'compared',
      page: { outcome: 'fits', address: post },
      picture: 'fits',
    });
    const other = { ...opening, page: { address: `${post}0`, salt: opening.page?.salt ?? '' } };
    expect(openSeals(facts, other, drawPng(41, 30))).toMatchObject({
      page: { outcome: 'fits-not' },
      picture: 'fits-not',
    });
    expect(openSeals({ ...facts, page_commitment: null }, opening, null)).toMatchObject({
      page: { outcome: 'no-seal' },
      picture: null,
    });
    expect(openSeals(facts, { ...opening, capture_id: 'another' }, null).outcome).toBe('other-capture');
    for (const text of ['', '{}', '[1]', JSON.stringify({ ...opening, more: 1 })])
      expect(readOpening(text)).toBeNull();
  });

  test('are opened by printf and sha256sum too, as VERIFY.txt says', async () => {
    const { found, opening } = await sealed();
    const instructions = new TextDecoder().decode(found.files.get('VERIFY.txt'));
    const lines = instructions.split('\n').filter((line) => line.includes("printf '%s' SALT"));
    expect(lines).toHaveLength(2);
    const [page = '', picture = ''] = lines.map((line, n) =>
      line
        .replace('SALT', [opening.page?.salt, opening.picture?.salt][n] ?? '')
        .replace('ADDRESS', post)
        .replace('cat PICTURE.png', 'cat'),
    );
    const run = (line: string, input?: Uint8Array) =>
      spawnSync('sh', ['-c', line], { input }).stdout.toString().slice(0, 64);
    expect(run(page)).toBe(found.facts?.page_commitment);
    expect(run(picture, uncovered)).toBe(found.facts?.original_commitment);
  });
});

test('a bundle of the form before is still read and holds, with the instructions of its time', async () => {
  const found = await examine(readFileSync(join(import.meta.dirname, 'older/bundle-1.0.0.zip')));
  expect(found.holds).toBe(true);
  expect(found.facts).toMatchObject({
    schema_version: '1.0.0',
    page_url_masked: expect.stringContaining('00000'),
  });
  expect(printChecks(found, verifierWords('id'))).toContain('https://www.tiktok.com/@…/video/…');
});
