import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoFirefox, type ExtensionPage, launchDemoFirefox } from '../../demo/firefox';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { firefoxPolicyFile, maySetPolicies, type PolicyFiles } from '../builders/policy-files';
import { readStore } from '../builders/read-store';

const extensionPath = join(import.meta.dirname, '../../.output/firefox-mv3');

if (!maySetPolicies)
  console.warn('SKIPPED: policies of a real Firefox were not tried; only root may write where it looks.');

describe.skipIf(!maySetPolicies)('a Firefox that an organisation manages', () => {
  let server: DemoServer;
  let firefox: DemoFirefox;
  let file: PolicyFiles;
  let options: ExtensionPage;

  beforeAll(async () => {
    server = await startDemoServer();
    file = firefoxPolicyFile('di-balik-keranjang@example.org');
    file.set({ recording: 'forbidden', study: 'smp-1', language: 'id', note: 'sometimes' });
    firefox = await launchDemoFirefox({ extensionPath, ...server, language: 'en' });
    // Firefox has read it at its start.
    file.remove();
    options = await firefox.openExtensionPage('options.html');
    await options.waitFor(`document.querySelector('main.options') !== null`);
  });
  afterAll(async () => {
    file?.remove();
    await firefox?.close();
    await server?.close();
  });

  test('is obeyed, field by field, and the options say so', async () => {
    const text = String(await options.evaluate(`document.querySelector('main').innerText`));
    expect(text).toContain('Organisasi Anda melarang perekaman');
    expect(text).toContain('tidak dapat dipakai dan karena itu diabaikan: note');
    expect(await options.evaluate(`document.querySelector('[name=language]').matches(':disabled')`)).toBe(
      true,
    );
    expect(await options.evaluate(`document.querySelector('[name=note]').disabled`)).toBe(false);
  });

  test('records nothing, although the setting was written past the interface', async () => {
    await options.evaluate(
      `browser.storage.local.set({ recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    // The background undoes it, which shows that it has heard.
    await options.waitFor(
      `browser.storage.local.get('recording').then(({ recording }) => recording.on === false)`,
    );
    const page = await firefox.newPage();
    await page.goto(pageNamed('video-basket').address);
    await page.goto(pageNamed('shop-id-product').address);
    await page.close();
    expect(await options.evaluate(readStore('rows'))).toEqual([]);
  });
});
