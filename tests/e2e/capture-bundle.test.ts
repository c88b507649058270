import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../cli/verify-command';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import { stampOf } from '../../core/bundle/stamp-png';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { findTools } from '../../demo/machine/find-tools';
import { savedBy } from '../../demo/saved-file';
import { pageNamed } from '../../demo/shop/demo-pages';
import { canaries, canaryPages } from '../builders/canary-page';
import { filesIn, profileFaults } from '../builders/packages';
import { startReplay } from '../builders/replay-engine';
import { runCommand } from '../builders/run-command';
import { stageHere } from '../builders/stage-here';
import { endOf, startCapture } from '../builders/take-capture';
import { tempFolder } from '../builders/temp-folder';
import { indexLines, warcioBlocks, warcioIndex } from '../builders/warcio-index';
import { ofMatrix } from '../run/whole-run';

/** From the popup's press to what outsiders hold in their hands, in a real browser. */
describe('a capture', { timeout: 180_000 }, () => {
  let browser: DrivenBrowser;
  const folder = tempFolder('captured');

  beforeAll(async () => {
    findTools('unzip', 'openssl', 'sha256sum');
    ({ browser } = await stageHere({ language: 'en', pages: [canaryPages] }));
  });

  /** Captures a page, keeps every cover, and stores it; the gallery stands open on it then. */
  async function keep(page: DrivenPage, extent: 'visible' | 'full'): Promise<DrivenPage> {
    const capture = await startCapture(browser, page, extent);
    expect(await endOf(capture)).toBeNull();
    const proceed = capture.locator('button.continue');
    const all = capture.locator('button.keep-all');
    if ((await all.count()) > 0 && (await all.isEnabled())) {
      expect(await proceed.isDisabled(), 'nothing goes on while a suggestion is not reviewed').toBe(true);
      await all.click();
    }
    await proceed.click();
    await capture.waitForURL(/gallery\.html#/, { timeout: 60_000 });
    await capture.waitForSelector('button.export');
    return capture;
  }

  /** Exports what the gallery shows and unzips it with unzip, the archive in it too. */
  async function exported(gallery: DrivenPage, name: string): Promise<string> {
    const zip = await savedBy(gallery, 'button.export', folder, `${name}.zip`);
    execFileSync('unzip', ['-qo', zip, '-d', join(folder, name)]);
    execFileSync('unzip', ['-qo', join(folder, name, 'capture.wacz'), '-d', join(folder, name, 'wacz')]);
    return join(folder, name);
  }

  const verified = (name: string) =>
    runCommand(verifyCommand, [join(folder, `${name}.zip`), '--json', '--lang', 'en']);

  test('of a video with a basket becomes a bundle that holds by every standard tool', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    const gallery = await keep(page, 'visible');
    expect(await gallery.textContent('main')).toContain('Tokopedia');
    const bundle = await exported(gallery, 'video');
    expect((await verified('video')).status).toBe(0);
    const run = (program: string, ...words: string[]) =>
      execFileSync(program, words, { cwd: bundle, encoding: 'utf8' });
    expect(run('sha256sum', '-c', 'capture.wacz.sha256')).toContain('OK');
    expect(
      run(
        'openssl',
        'dgst',
        '-sha256',
        '-verify',
        'pubkey.pem',
        '-signature',
        'capture.wacz.sig',
        'capture.wacz',
      ),
    ).toContain('Verified OK');
    const facts: CaptureFacts = JSON.parse(readFileSync(join(bundle, 'wacz/evidence/capture.json'), 'utf8'));
    expect(facts.verdict).toMatchObject({ processor: 'tokopedia', basket: 'yes' });
    expect(facts.page_url_masked).toBe('https://www.tiktok.com/@_/video/_');
    expect(stampOf(readFileSync(join(bundle, 'wacz/evidence/screenshot.png')))).toMatchObject({
      capture_id: facts.capture_id,
      key_fingerprint: facts.key_fingerprint,
    });

    const wacz = join(bundle, 'wacz');
    const read = (name: string) => readFileSync(join(wacz, name));
    const listed = JSON.parse(read('datapackage.json').toString());
    expect(profileFaults(listed)).toEqual([]);
    for (const { path, hash, bytes } of listed.resources) {
      expect(read(path).length, path).toBe(bytes);
      expect(run('sha256sum', join('wacz', path)).split(' ')[0], path).toBe(hash.replace('sha256:', ''));
    }
    expect(filesIn(wacz).toSorted()).toEqual(
      [
        ...listed.resources.map(({ path }: { path: string }) => path),
        'datapackage.json',
        'datapackage-digest.json',
      ].toSorted(),
    );
    expect(warcioIndex(join(wacz, 'archive'), 'data.warc.gz')).toEqual(
      indexLines(read('indexes/index.cdxj').toString()),
    );
    const blocks = await warcioBlocks(read('archive/data.warc.gz'));
    expect(blocks.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'resource', 'resource']);
    expect(read('evidence/screenshot.png').equals(Buffer.from(blocks[2]?.bytes ?? []))).toBe(true);

    const engine = await startReplay();
    const { pages, verify } = await engine.open('captured', readFileSync(join(bundle, 'capture.wacz')));
    expect(pages.map(({ url }) => url)).toEqual([facts.page_url_masked]);
    expect(verify).toMatchObject({ numValid: 3, numInvalid: 0 });
    const time = facts.taken_utc.slice(0, 19).replace(/\D/g, '');
    expect(await engine.play('captured', time, `urn:view:${facts.page_url_masked}`)).toEqual({
      status: 200,
      type: 'image/png',
      size: read('evidence/screenshot.png').length,
    });
    await engine.close();
    await gallery.close();
    await page.close();
  });

  test.each(ofMatrix(['visible', 'full'] as const, ['full'] as const))(
    'of a page full of personal data (%s) holds none of it, and every cover is one colour',
    async (extent) => {
      const page = await browser.newPage();
      await page.goto(
        `https://www.tiktok.com/canary/${canaries.handle}?token=${canaries.token}#${canaries.mail}`,
      );
      const name = `canary-${extent}`;
      const gallery = await keep(page, extent);
      const bundle = await exported(gallery, name);
      expect((await verified(name)).status).toBe(0);

      const texts = filesIn(bundle)
        .filter((path) => !/\.(png|wacz)$/.test(path))
        .map((path) => {
          const bytes = readFileSync(join(bundle, path));
          return [path, path.endsWith('.gz') ? inflated(bytes) : bytes.toString('latin1')] as const;
        });
      expect(texts.length).toBeGreaterThan(8);
      for (const [path, text] of texts)
        for (const canary of Object.values(canaries))
          expect(text, `${canary} in ${path}`).not.toContain(canary);

      const facts: CaptureFacts = JSON.parse(
        readFileSync(join(bundle, 'wacz/evidence/capture.json'), 'utf8'),
      );
      expect(facts.redactions.length).toBeGreaterThan(10);
      const png = readFileSync(join(bundle, 'wacz/evidence/screenshot.png')).toString('base64');
      const blank = await browser.newPage();
      const mixed = await blank.evaluate(
        async ([data, covers]) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return covers.filter(({ x, y, w, h }) => {
            if (w === 0 || h === 0) return false;
            const pixels = new Uint32Array(context.getImageData(x, y, w, h).data.buffer);
            return pixels.some((pixel) => pixel !== pixels[0]);
          });
        },
        [png, facts.redactions] as const,
      );
      expect(mixed).toEqual([]);
      for (const open of [blank, gallery, page]) await open.close();
    },
  );

  test('that is discarded leaves nothing behind', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('shop-id-product').address);
    const gallery = await browser.newPage();
    await gallery.goto(browser.address('gallery.html'));
    await gallery.waitForSelector('li.capture');
    const before = await gallery.locator('li.capture').count();
    const capture = await startCapture(browser, page, 'visible');
    expect(await endOf(capture)).toBeNull();
    await capture.click('.foot .quiet');
    await capture.click('.sure .danger');
    await capture.waitForSelector('.discarded');
    await gallery.reload();
    await gallery.waitForSelector('li.capture');
    expect(await gallery.locator('li.capture').count()).toBe(before);
  });
});

/** A file of gzip members, one after another. */
const inflated = (bytes: Buffer): string => gunzipSync(bytes).toString('latin1');
