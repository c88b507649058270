import { beforeAll, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import frozen from '../build/frozen-rights.json';
import { browserHere, pagesHere } from '../builders/browser-here';
import { type RightsManifest, rightsOf } from '../builders/rights-of';
import { stageHere } from '../builders/stage-here';

const alone = frozen.alone[browserHere === 'Firefox' ? 'firefox-mv3' : 'chrome-mv3'];
const rights = [...frozen.rights, ...alone];
const named = (kind: string): string[] =>
  rights.flatMap((right) => (right.startsWith(`${kind} `) ? [right.slice(kind.length + 1)] : [])).toSorted();

let browser: DrivenBrowser;
let page: DrivenPage;
beforeAll(async () => {
  ({ browser } = await stageHere({ language: 'en' }));
  page = await browser.newPage();
  await page.goto(browser.address('logbook.html'));
  await page.waitForSelector('main');
});

test('the browser has taken the manifest as it is frozen', async () => {
  // Chromium adds the language it speaks; Firefox its copy of the settings, whole addresses, and what was left out.
  const text = (await page.evaluate(`JSON.stringify(
    { ...chrome.runtime.getManifest(), current_locale: null, applications: null },
    (_key, value) => value === null || value === false ? undefined : value)`)) as string;
  const manifest: RightsManifest = JSON.parse(text.replaceAll(browser.address(''), ''));
  const taken = rightsOf(manifest, frozen.words).filter((right) => !frozen.filledIn.includes(right));
  expect(taken.toSorted()).toEqual(rights.toSorted());
});

test('the browser grants the frozen rights and no other, the optional ones not at all', async () => {
  const granted = (await page.evaluate('chrome.permissions.getAll()')) as Record<string, string[]>;
  expect(granted.permissions?.toSorted()).toEqual(named('permission'));
  expect(granted.origins?.toSorted()).toEqual(named('host'));
  expect(granted.data_collection ?? []).toEqual([]);
});

test('the browser knows the frozen keys', async () => {
  const known = (await page.evaluate(
    'chrome.commands.getAll().then((all) => all.map(({ name }) => name))',
  )) as string[];
  expect(known.toSorted()).toEqual(named('command'));
});

test('the browser holds the frozen policy against each page of the extension', async () => {
  for (const path of pagesHere) {
    await page.goto(browser.address(path));
    const refused = await page.evaluate(`new Promise((resolve) => {
      addEventListener('securitypolicyviolation', ({ originalPolicy, effectiveDirective }) =>
        resolve([effectiveDirective, originalPolicy]));
      fetch('https://www.tiktok.com/').catch(() => undefined);
    })`);
    const [directive, policy] = refused as [string, string];
    expect(directive, path).toBe('connect-src');
    expect(policy.split(/;\s*/).filter(Boolean).toSorted(), path).toEqual(named('policy'));
  }
});
