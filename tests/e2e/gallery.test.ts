import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../cli/verify-command';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { capturesCode } from '../../demo/fill/captures-code';
import { savedBy } from '../../demo/saved-file';
import { pageNamed } from '../../demo/shop/demo-pages';
import { faultsInEveryDress } from '../builders/axe-faults';
import { browserHere } from '../builders/browser-here';
import { readStore } from '../builders/read-store';
import { runCommand } from '../builders/run-command';
import { stageHere } from '../builders/stage-here';
import { tempFolder } from '../builders/temp-folder';
import { startTimeAuthority } from '../builders/time-authority';
import { ofMatrix } from '../run/whole-run';

const folder = tempFolder('gallery');
let browser: DrivenBrowser;
let page: DrivenPage;
const asked: string[] = [];
/** Capture ids, oldest first, and the hash of each picture's pixels before it was stamped. */
const kept: { id: string; pixels: string }[] = [];
const made = [
  { taken: '2026-11-21T03:00:00.000Z', page: 'us-product', language: 'en' },
  { taken: '2026-11-22T03:00:00.000Z', page: 'video-conflicting', w: 390, h: 844 },
  { taken: '2026-11-23T03:00:00.000Z', page: 'video-basket', w: 1600, h: 1000, scale: 1.25 },
];
const address = (path: string): string => browser.address(`${path}`);
const keep = (capture: object = {}) =>
  page.evaluate(`madeCaptures.keep(${JSON.stringify(capture)})`) as Promise<{ id: string; pixels: string }>;
/** What the store holds, counted. */
const counts = () =>
  page.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('captures');
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(['captures', 'bundles', 'keys']);
      const asked = ['captures', 'bundles', 'keys'].map((name) => tx.objectStore(name).count());
      tx.oncomplete = () => { db.close(); resolve(asked.map(({ result }) => result)); };
    };
  })`) as Promise<number[]>;

const save = (press: string): Promise<string> => savedBy(page, press, folder);
const verify = (file: string) => runCommand(verifyCommand, [file, '--json']);
/** The bundle and the archive in it, unpacked by unzip. */
function unpack(file: string): string {
  const into = mkdtempSync(join(folder, 'unpacked-'));
  mkdirSync(join(into, 'wacz'));
  execFileSync('unzip', ['-q', file, '-d', into]);
  execFileSync('unzip', ['-q', join(into, 'capture.wacz'), '-d', join(into, 'wacz')]);
  return into;
}
/** SHA-256 of the pixels of a part of a PNG, and its size, as the browser decodes it. */
const decoded = (png: Buffer, part: { w: number; h: number }) =>
  page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, ${part.w}, ${part.h});
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    const below = context.getImageData(0, ${part.h}, bitmap.width, bitmap.height - ${part.h}).data;
    const colours = new Set();
    for (let at = 0; at < below.length; at += 4) colours.add((below[at] << 16) | (below[at + 1] << 8) | below[at + 2]);
    return {
      w: bitmap.width, h: bitmap.height,
      pixels: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      colours: [...colours].map((colour) => '#' + colour.toString(16).padStart(6, '0')),
    };
  })()`) as Promise<{ w: number; h: number; pixels: string; colours: string[] }>;
const open = async (n: number): Promise<void> => {
  await page.goto(address('gallery.html'));
  await page.click(`a[data-capture="${kept[n]?.id}"]`);
  await page.waitForSelector('.detail .result');
};

beforeAll(async () => {
  ({ browser } = await stageHere({ language: 'en' }));
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize({ width: 1000, height: 2000 });
  await page.goto(address('gallery.html'));
});

/** Ids of the captures that the list shows, in its order. */
const hrefs = () =>
  page.evaluate(`[...document.querySelectorAll('.capture a')].map((link) => link.dataset.capture)`);

describe('the gallery', { timeout: 300_000 }, () => {
  test('says how to begin while it is empty', async () => {
    await page.waitForSelector('.empty');
    expect(await page.textContent('.keys')).toContain('the first capture makes one');
    await page.evaluate(await capturesCode());
  });

  test.each([
    [
      'an unreviewed cover',
      { covers: [{ id: 1, kind: 'phone', by: 'auto', state: 'unreviewed', x: 0, y: 0, w: 9, h: 9 }] },
    ],
    [
      'a cover that is not filled',
      {
        isBare: true,
        covers: [{ id: 1, kind: 'phone', by: 'auto', state: 'kept', x: 500, y: 300, w: 90, h: 90 }],
      },
    ],
  ])('keeps no capture with %s', async (_, capture) => {
    await expect(keep(capture)).rejects.toThrow('NotKept');
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
  });

  test('keeps nothing at all when the disk is full, and says so; afterwards it works again', async () => {
    const told = await page.evaluate(`(async () => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = function (...words) {
        if (this.name === 'bundles') throw new DOMException('no room', 'QuotaExceededError');
        return add.apply(this, words);
      };
      try { return await madeCaptures.keep({}).then(() => 'kept', (cause) => [cause.name, cause.why]); }
      finally { IDBObjectStore.prototype.add = add; }
    })()`);
    expect(told).toEqual(['NotKept', 'full']);
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
    for (const capture of made) kept.push(await keep(capture));
    expect(await counts()).toEqual([3, 3, 1]);
  });

  test('lists the newest first, and finds by words and by who handles the order', async () => {
    await page.reload();
    await page.waitForSelector('.capture');
    expect(await hrefs()).toEqual(kept.map(({ id }) => id).toReversed());
    await expect
      .poll(() =>
        page.evaluate(
          `[...document.querySelectorAll('.preview img')].filter((image) => image.naturalWidth > 0).length`,
        ),
      )
      .toBe(3);
    await page.fill('[name=search]', 'contradict each other');
    await expect.poll(hrefs).toEqual([kept[1]?.id]);
    await page.fill('[name=search]', 'nowhere');
    await expect.poll(() => page.textContent('.gallery > .note')).toBe('No capture fits this search.');
    await page.fill('[name=search]', '');
    await page.selectOption('[name=processor]', 'tiktok-shop');
    await expect.poll(hrefs).toEqual([kept[0]?.id]);
  });

  test('searches by the words and the filter that stand there, however fast they were changed', async () => {
    await page.goto(address('gallery.html'));
    await page.waitForSelector('.capture');
    // In one task, so that nothing is drawn between: each change must know of the one before.
    const change = (words: string, processor: string) =>
      page.evaluate(`(() => {
        const set = (name, value, type) => {
          const field = document.querySelector('[name=' + name + ']');
          field.value = value;
          field.dispatchEvent(new Event(type, { bubbles: true }));
        };
        set('search', ${JSON.stringify(words)}, 'input');
        set('processor', '${processor}', 'change');
      })()`);
    await change('nowhere', '');
    await expect.poll(hrefs).toEqual([]);
    await change('', 'tiktok-shop');
    await expect.poll(hrefs).toEqual([kept[0]?.id]);
    expect(await page.inputValue('[name=search]')).toBe('');
  });

  test('opens a capture by keyboard, and says what the verifier says', async () => {
    await page.goto(address('gallery.html'));
    await page.focus(`a[data-capture="${kept[2]?.id}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail .result.holds');
    expect(await page.textContent('.detail > h2')).toContain('processed by PT Tokopedia');
    expect(await page.locator('.checks li.fails').count()).toBe(0);
    // The evidence is on the first screen of a small laptop, and the checks that all hold are a press away.
    await page.setViewportSize({ width: 1366, height: 657 });
    const top = `document.querySelector('.result .picture').getBoundingClientRect().top`;
    expect(Number(await page.evaluate(top))).toBeLessThan(400);
    expect(await page.evaluate(`document.querySelector('.checks').checkVisibility()`)).toBe(false);
    expect(await page.textContent('.result')).toContain('Only the visible part of the page was taken');
  });

  // That every standard tool confirms it: capture-bundle.test.ts.
  test('exports a bundle that our command line confirms, with what was covered', async () => {
    await open(2);
    const file = await save('.export');
    const { status, stdout } = await verify(file);
    expect(status, stdout).toBe(0);
    const into = unpack(file);
    const facts = JSON.parse(readFileSync(join(into, 'wacz/evidence/capture.json'), 'utf8'));
    expect(facts).toMatchObject({
      capture_id: kept[2]?.id,
      flow_id: null,
      browser: expect.stringMatching(new RegExp(`^${browserHere} \\d`)),
    });
    expect(facts.redactions).toEqual([{ x: 40, y: 24, w: 220, h: 44, kind: 'handle', by: 'auto' }]);
  });

  test.each([0, 1, 2])('stamps picture %i below itself, and changes not one pixel of it', async (n) => {
    await open(n);
    const { w = 1280, h = 800 } = made[n] ?? {};
    const png = readFileSync(join(unpack(await save('.export')), 'wacz/evidence/screenshot.png'));
    const found = await decoded(png, { w, h });
    expect(found.pixels).toBe(kept[n]?.pixels);
    expect(found.w).toBe(Math.max(w, 480));
    expect(found.h).toBeGreaterThan(h + 300);
    expect(found.colours).toEqual(expect.arrayContaining(['#fffdf7', '#1d1a12', '#4d4738', '#ffc800']));
  });

  test.each([
    ['landscape', 1200, 675],
    ['portrait', 1080, 1350],
  ])('gives a %s picture to share', async (shape, w, h) => {
    await open(1);
    const png = readFileSync(await save(`.share-${shape}`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([w, h]);
    expect((await decoded(png, { w: 1, h: 1 })).colours).toContain('#ffc800');
  });

  test('says what a press has done where no button moves for it', async () => {
    await open(1);
    const tops = () =>
      page.evaluate(
        `[...document.querySelectorAll('.detail button')].map((button) => button.getBoundingClientRect().top)`,
      );
    const before = await tops();
    await save('.share-landscape');
    await page.waitForSelector('.notice');
    expect(await tops()).toEqual(before);
    const seen = `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('.notice').getBoundingClientRect())`;
    await page.setViewportSize({ width: 1000, height: 500 });
    expect(await page.evaluate(seen), 'the notice is in view').toBe(true);
    await page.setViewportSize({ width: 1000, height: 2000 });
  });

  test('takes notes by mouse and keyboard; the bundle verifies with and without them', async () => {
    await open(2);
    const before = readFileSync(await save('.export'));
    await page.click('.edit-notes');
    await expect
      .poll(() => page.evaluate(`document.querySelector('.canvas img')?.naturalWidth ?? 0`))
      .toBeGreaterThan(0);
    const { x, y } = (await page.locator('.canvas svg').boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 500, y + 150);
    await page.mouse.down();
    await page.mouse.move(x + 400, y + 300, { steps: 3 });
    await page.mouse.up();
    await page.click('.tool-box');
    await page.click('.canvas svg', { position: { x: 20, y: 90 } });
    expect(await page.locator('[data-mark]').count(), 'a press alone draws nothing').toBe(1);
    await page.click('.add');
    await page.focus('[data-mark="1"]');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    await page.click('.tool-text');
    await page.click('.add');
    await page.focus('[data-mark="2"]');
    await page.keyboard.press('Delete');
    expect(await page.locator('[data-mark]').count()).toBe(2);
    await page.keyboard.press('Tab');
    await page.click('.undo');
    expect(await page.locator('[data-mark]').count()).toBe(3);
    await page.fill('[name=mark-2]', '<b>Dilihat</b> 23 November');
    await save('.share-landscape');
    expect(await page.locator('[data-mark]').count(), 'a saved file closes no draft').toBe(3);
    await page.click('.save-notes');
    await page.waitForSelector('.result .notes');
    expect(await page.textContent('.result .notes')).toBe('<b>Dilihat</b> 23 November');
    const noted = await save('.export');
    const into = unpack(noted);
    const { notes } = JSON.parse(readFileSync(join(into, 'notes.json'), 'utf8'));
    expect(notes).toMatchObject([
      { kind: 'arrow' },
      { kind: 'box', x: 784, w: 200, h: 216 },
      { kind: 'text', text: '<b>Dilihat</b> 23 November' },
    ]);
    expect((await verify(noted)).status).toBe(0);
    // The archive is the very same, and taking the notes off gives the very same bundle.
    writeFileSync(join(folder, 'before.zip'), before);
    const archive = (at: string) =>
      createHash('sha256')
        .update(readFileSync(join(at, 'capture.wacz')))
        .digest('hex');
    expect(archive(into)).toBe(archive(unpack(join(folder, 'before.zip'))));
    await page.click('.edit-notes');
    await page.click('.detach');
    await page.waitForSelector('.detail .result');
    await expect.poll(() => page.locator('.result .notes').count()).toBe(0);
    expect(readFileSync(await save('.export')).equals(before)).toBe(true);
  });

  test('attaches the answer of a time authority after checking it, and refuses another in words', async () => {
    const authority = startTimeAuthority(folder);
    await open(0);
    await page.click('.trusted-time ol > li > details > summary');
    const other = await save('.save-request');
    await open(2);
    await page.click('.trusted-time ol > li > details > summary');
    const request = await save('.save-request');
    writeFileSync(join(folder, 'other.tsr'), authority.answer(readFileSync(other)));
    writeFileSync(join(folder, 'right.tsr'), authority.answer(readFileSync(request)));
    await page.setInputFiles('#time-answer', join(folder, 'other.tsr'));
    await expect.poll(() => page.textContent('.notice')).toContain('about another file');
    await page.setInputFiles('#time-answer', request);
    await expect.poll(() => page.textContent('.notice')).toContain('no answer of a time authority');
    await page.setInputFiles('#time-answer', join(folder, 'right.tsr'));
    await expect.poll(() => page.textContent('.notice')).toContain('was checked and attached');
    expect(await page.textContent('.checks')).toContain('Test time authority confirms');
    const into = unpack(await save('.export'));
    const words = [
      'ts',
      '-verify',
      '-data',
      'capture.wacz',
      '-in',
      'capture.wacz.tsr',
      '-CAfile',
      authority.root,
    ];
    expect(spawnSync('openssl', words, { cwd: into, encoding: 'utf8' }).stdout).toContain('Verification: OK');
  });

  test('rotates the key, after asking: captures of the old one still take notes', async () => {
    await page.goto(address('gallery.html'));
    const old = await page.textContent('.keys li.current code');
    await page.click('.keys > .buttons .quiet');
    await page.click('.keys > .buttons .danger');
    await page.waitForSelector('.keys li.retired');
    expect(await page.textContent('.keys li.retired code')).toBe(old);
    expect(await page.textContent('.keys li.current code')).not.toBe(old);
    const pem = readFileSync(await save('.back-up'), 'utf8');
    expect(pem.match(/BEGIN PUBLIC KEY/g)).toHaveLength(2);
    expect(pem).toContain(old?.replaceAll(' ', ''));
    await open(2);
    await page.click('.edit-notes');
    await page.click('.add');
    await page.click('.save-notes');
    await page.waitForSelector('.result.holds .frame svg');
  });

  test('compares two bundles: verified first, then what differs; a changed one is said so plainly', async () => {
    const files: string[] = [];
    for (const n of [2, 0]) {
      await open(n);
      files.push(await save('.export'));
    }
    const [first = '', second = ''] = files;
    await page.goto(address('compare.html'));
    // The browser's own button would speak the browser's language, and forget the name as soon as the file is read.
    const picker = '.drop-zone:has(#bundle-0)';
    expect(await page.textContent(picker)).toContain('Choose a file');
    await page.setInputFiles('#bundle-0', first);
    await expect.poll(() => page.textContent(picker)).toContain(basename(first));
    await page.setInputFiles('#bundle-1', second);
    await expect.poll(() => page.textContent('#compared')).toBe('The two bundles hold different answers.');
    const row = (name: string) =>
      page.evaluate(
        `[...document.querySelectorAll('tr')].find((row) => row.querySelector('th')?.textContent.startsWith(${JSON.stringify(name)})).textContent`,
      );
    await expect
      .poll(() => page.locator('.both img').count(), { message: 'both pictures stand beside each other' })
      .toBe(2);
    const seen = await page.evaluate(
      `[...document.querySelectorAll('.compared table')].filter((table) => table.checkVisibility()).flatMap((table) => [...table.querySelectorAll('tbody tr')].map((row) => row.className))`,
    );
    expect(new Set(seen as string[]), 'what is the same is a press away').toEqual(new Set(['differs']));
    expect(await row('Who handles the order')).toContain('PT TokopediaTikTok Shopdiffers');
    expect(await row('Yellow basket')).toContain('the same');
    expect(await row('Region the page names (supports)')).toContain('US');
    await page.setInputFiles('#bundle-1', first);
    await expect.poll(() => page.textContent('#compared')).toBe('Both files hold the same capture.');
    const bytes = readFileSync(second);
    bytes[20_000] = (bytes[20_000] as number) ^ 1;
    writeFileSync(join(folder, 'changed.zip'), bytes);
    await page.setInputFiles('#bundle-1', join(folder, 'changed.zip'));
    await expect.poll(() => page.textContent('.checked.bad')).toContain('does NOT hold');
    expect(await page.textContent('#compared')).toContain('No comparison is made');
    expect(await page.textContent('.both .doubt')).toContain('did not pass');
    writeFileSync(join(folder, 'text.zip'), 'no bundle');
    await page.setInputFiles('#bundle-1', join(folder, 'text.zip'));
    await expect.poll(() => page.textContent('.checked.bad')).toContain('nothing of it can be read');
    expect(await page.locator('#compared').count()).toBe(0);
    await page.setInputFiles('#bundle-1', second);
    await page.waitForSelector('#compared');
    await expectNoViolations();
  });

  test('links a capture to the flow of its tab while that is recorded', async () => {
    await page.goto(address('logbook.html'));
    await beginRecording(page);
    const shop = await browser.newPage();
    await shop.goto(pageNamed('video-basket').address);
    const tabId = await page.evaluate(
      `chrome.tabs.query({ url: 'https://www.tiktok.com/*' }).then(([tab]) => tab.id)`,
    );
    await page.evaluate(await capturesCode());
    const flows = readStore('flows');
    await expect.poll(async () => ((await page.evaluate(flows)) as unknown[]).length).toBeGreaterThan(0);
    const [before] = (await page.evaluate(flows)) as { flow_id: string; n_events: number }[];
    kept.push(await keep({ tabId, taken: '2026-11-24T03:00:00.000Z' }));
    const second = await keep({ tabId, taken: '2026-11-24T03:00:05.000Z', page: 'shop-id-product' });
    const [after] = (await page.evaluate(flows)) as { flow_id: string; n_events: number }[];
    expect(after?.n_events).toBe((before?.n_events ?? 0) + 2);
    await shop.close();
    await open(3);
    const facts = readFileSync(join(unpack(await save('.export')), 'wacz/evidence/capture.json'), 'utf8');
    expect(JSON.parse(facts).flow_id).toBe(before?.flow_id);

    // With a second one the flow is a sequence, which anybody checks.
    const sequence = await save('.buttons .sequence');
    const { status, stdout } = await verify(sequence);
    expect(status, stdout).toBe(0);
    const { steps, faults } = JSON.parse(stdout);
    expect(faults).toEqual([]);
    expect(steps.map(({ captureId }: { captureId: string }) => captureId)).toEqual([kept[3]?.id, second.id]);
    await page.goto(address('verifier.html'));
    await page.setInputFiles('#bundle', sequence);
    await page.waitForSelector('.result.holds');
    expect(await page.textContent('.verifier')).toContain('2 captures of one flow');
    await page.click('.step:nth-of-type(2) > summary');
    await expectNoViolations();
    await page.goto(address('gallery.html'));
    await page.click(`a[data-capture="${second.id}"]`);
    await page.click('.detail .buttons .quiet');
    await page.click('.sure .danger');
    await expect.poll(async () => (await counts())[0]).toBe(4);
  });

  test('is read and used without a fault that axe can find, list, capture and editor', async () => {
    await page.goto(address('gallery.html'));
    await page.waitForSelector('.capture');
    await expectNoViolations();
    await open(1);
    await expectNoViolations();
    await page.click('.edit-notes');
    await page.click('.add');
    await expectNoViolations();
  });

  test('withdraws a key, after asking: it leaves a statement that the verifier takes', async () => {
    await open(0);
    const bundle = await save('.export');
    await page.goto(address('gallery.html'));
    expect(await page.textContent('.keys li.retired .guard')).toContain(
      'Lies readable on this device’s disk',
    );
    await page.click('.keys li.retired .quiet');
    await page.click('.keys li.retired .danger');
    await page.waitForSelector('.keys li.retired .statement');
    expect(await page.textContent('.notice')).toContain('publish it');
    const statement = await save('.keys li.retired .statement');
    expect(readFileSync(statement, 'utf8')).toContain('After that moment this key signs nothing.');
    // As people run it: the answer is in the process's exit code too.
    const told = spawnSync('npx', ['tsx', 'cli/verify.ts', bundle, '--json', '--withdrawn', statement], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect(told.status).toBe(1);
    const { checks } = JSON.parse(told.stdout);
    expect(checks.filter(({ outcome }: never) => outcome === 'doubts')).toMatchObject([
      { check: 'withdrawal' },
    ]);
  });

  test('deletes a capture after asking once; the others and the keys stay', async () => {
    await open(0);
    await page.click('.detail > .buttons .quiet');
    await page.click('.sure .danger');
    await page.waitForSelector('.captures');
    expect(await page.textContent('.notice')).toContain('deleted');
    expect(await counts()).toEqual([3, 3, 2]);
    await page.goto(address(`gallery.html#${kept[0]?.id}`));
    await page.reload();
    await expect.poll(() => page.textContent('.notice')).toContain('not here any more');
  });

  test('asks nobody for anything', () => {
    expect(asked.filter((url) => !/^(blob:)?(chrome|moz)-extension:|^data:/.test(url))).toEqual([]);
  });
});

/** In both languages, light and dark, wide and narrow. */
async function expectNoViolations(): Promise<void> {
  for (const width of ofMatrix([360, 1000], [1000])) {
    await page.setViewportSize({ width, height: 2000 });
    expect(await faultsInEveryDress(page, ofMatrix(['id', 'en'], ['en'])), `${width}`).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}
