import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePack } from '../../core/pack/make-pack';
import { rulebookFiles } from '../../core/rulebook/built-in';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { packSigner } from '../builders/packs';
import { tempFolder } from '../builders/temp-folder';

const { address, html } = pageNamed('video-basket');
/** A page whose maker renamed the field that the rules look for. */
const renamed = html.replaceAll('seo_url', 'seo_link');

/** The rules that look for the new name. */
const newer = `${rulebookFiles.about.version}.1`;

function mendedRules(version: string): string {
  const signals = JSON.parse(JSON.stringify(rulebookFiles.signals).replaceAll('"seo_url"', '"seo_link"'));
  return JSON.stringify({ ...rulebookFiles, signals, about: { ...rulebookFiles.about, version } });
}

describe('rules from a signed file', () => {
  let browser: DrivenBrowser;
  let options: DrivenPage;
  const folder = tempFolder('pack');
  let video: DrivenPage;

  const choose = async (text: string) => {
    const file = join(folder, 'rules.json');
    writeFileSync(file, text);
    await options.setInputFiles('#pack-file', file);
  };
  const packOf = async (rules: string) => {
    const { spki, sign } = await packSigner();
    return makePack(rules, spki, sign);
  };
  /** What the extension says of the video's page now, by the rules in use. */
  const answer = async (): Promise<[string, string]> => {
    const popup = await browser.openPopup(video);
    try {
      await popup.waitFor(`document.querySelector('footer')?.textContent.includes('20')`, 10_000);
      return [
        String(await popup.evaluate(`document.querySelector('.answer').textContent`)),
        String(await popup.evaluate(`document.querySelector('footer').textContent`)),
      ];
    } finally {
      await popup.close();
    }
  };

  beforeAll(async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const server = await serveHere([
      { host: new URL(address).host, answer: () => ({ status: 200, headers, body: renamed }) },
    ]);
    browser = await launchHere({ ...server, language: 'en' });
    video = await browser.newPage();
    await video.goto(address);
    options = await browser.newPage();
    await options.goto(browser.address('options.html'));
    await options.waitForSelector('.pack');
  });

  test('are refused in words when they were changed after signing, and nothing changes', async () => {
    const pack = await packOf(mendedRules(newer));
    await choose(JSON.stringify({ ...pack, rulebook: pack.rulebook.replace('seo_link', 'seo_lonk') }));
    await expect.poll(() => options.textContent('.pack .notice')).toContain('changed after it was signed');
    expect(await options.locator('.take-pack').count()).toBe(0);
    expect((await answer())[0]).not.toContain('PT Tokopedia');
  });

  test('are taken in only after the unknown key was compared; then they read the page that the built-in ones could not', async () => {
    await choose(JSON.stringify(await packOf(mendedRules(newer))));
    await options.waitForSelector('.offered .fingerprint');
    expect(await options.textContent('.offered')).toContain(`Rulebook ${newer}`);
    expect(await options.isDisabled('.take-pack')).toBe(true);
    await options.check('[name=compared]');
    await options.click('.take-pack');
    await options.waitForSelector('.built-in');
    const [sentence, footer] = await answer();
    expect(sentence).toContain('processed by PT Tokopedia');
    expect(footer).toContain(newer);
  });

  test('go on after the background was stopped, and for pages that are opened anew', async () => {
    await browser.stopBackground();
    await video.reload();
    await expect.poll(() => browser.titleOf(video), { timeout: 15_000 }).toContain('PT Tokopedia');
  });

  test('are gone at one press', async () => {
    await options.click('.built-in');
    await expect.poll(() => options.locator('.built-in').count()).toBe(0);
    const [sentence, footer] = await answer();
    expect(sentence).not.toContain('PT Tokopedia');
    expect(footer).toContain(rulebookFiles.about.version);
  });
});
