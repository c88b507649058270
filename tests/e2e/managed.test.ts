import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { chromiumPolicyFiles, maySetPolicies, type PolicyFiles } from '../builders/policy-files';
import { readStore } from '../builders/read-store';

const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');
/** Chromium looks at its policy files when they change, and lets them settle for some seconds. */
const patience = { timeout: 40_000 };

if (!maySetPolicies)
  console.warn('SKIPPED: policies of a real Chromium were not tried; only root may write where it looks.');

describe.skipIf(!maySetPolicies)('a Chromium that an organisation manages', () => {
  let server: DemoServer;
  let browser: DemoBrowser;
  let files: PolicyFiles;
  let options: Page;

  const textOf = (section: string) => options.innerText(`.option-${section}`);
  const rows = async () => ((await options.evaluate(readStore('rows'))) as unknown[]).length;
  const visit = async (address: string) => {
    const page = await browser.context.newPage();
    await page.goto(address);
    await expect.poll(() => browser.badgeOf(page), { timeout: 10_000 }).not.toBe('');
    return page;
  };

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchDemoBrowser({ extensionPath, ...server, language: 'en' });
    files = chromiumPolicyFiles(browser.extensionId);
    options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
    await options.waitForSelector('main.options');
  });
  afterAll(async () => {
    files?.remove();
    await browser?.close();
    await server?.close();
  });

  test('ends a recording when it forbids recording, says so, and nothing switches it on again', {
    timeout: 120_000,
  }, async () => {
    expect(await options.innerText('main')).not.toContain('organisation');
    await options.evaluate(
      `chrome.storage.local.set({ recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    await (await visit(pageNamed('video-basket').address)).close();
    await expect.poll(rows).toBeGreaterThan(3);
    files.set({ recording: 'forbidden', study: 'smp-1', language: 'en', note: 'forbidden' });
    await expect.poll(() => textOf('recording'), patience).toContain('Your organisation forbids recording');
    await expect
      .poll(() => options.evaluate('chrome.storage.local.get("recording")'))
      .toMatchObject({ recording: { on: false } });
    const before = await rows();
    // Past the interface, as a fault of ours or a tampered page would: the background still refuses.
    await options.evaluate(
      `chrome.storage.local.set({ note: true, recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    const page = await visit(pageNamed('video-basket').address);
    await page.goto(pageNamed('shop-id-product').address);
    await expect.poll(() => browser.badgeOf(page)).toBe('TP');
    expect(await browser.titleOf(page)).not.toContain('Recording');
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
    await page.close();
    expect(await rows()).toBe(before);
    expect(
      await options.evaluate('chrome.scripting.getRegisteredContentScripts()'),
      'no counter of hosts',
    ).toEqual([]);
  });

  test('disables what it set, in the options and in the logbook', async () => {
    expect(await options.isDisabled('[name=language][value=id]')).toBe(true);
    expect(await options.isDisabled('[name=note]')).toBe(true);
    expect(await textOf('language')).toContain('Set by your organisation');
    expect(await textOf('note')).toContain('Your organisation forbids notes on pages');
    const logbook = await browser.context.newPage();
    await logbook.goto(`chrome-extension://${browser.extensionId}/logbook.html`);
    await logbook.waitForSelector('.forbidden');
    expect(await logbook.locator('.consent').count()).toBe(0);
    await logbook.close();
  });

  test('names the study and opens in its language, where it allows recording', async () => {
    files.set({ recording: 'allowed', study: 'smp-1', language: 'id' });
    await expect
      .poll(() => textOf('recording'), patience)
      .toContain('Nama penelitian diatur oleh organisasi Anda: smp-1');
    const logbook = await browser.context.newPage();
    await logbook.goto(`chrome-extension://${browser.extensionId}/logbook.html`);
    await logbook.waitForSelector('.consent');
    expect(await logbook.getAttribute('html', 'lang')).toBe('id');
    expect(await logbook.isDisabled('[name=study]')).toBe(true);
    expect(await logbook.inputValue('[name=study]')).toBe('smp-1');
    await logbook.close();
  });
});
