import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserNames } from '../../demo/drive/driver';
import oneBrowserFiles from '../e2e/one-browser.json';

const folder = join(import.meta.dirname, '../e2e');
const listed = new Set(oneBrowserFiles.map(({ file }) => file));
const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));

test('every file that is one browser’s alone is there, and says why', () => {
  for (const { file, browser, reason } of oneBrowserFiles) {
    expect(existsSync(join(folder, file)), file).toBe(true);
    expect(browserNames).toContain(browser);
    expect(reason.length, file).toBeGreaterThan(20);
  }
});

test.each(files.filter((name) => !listed.has(name)))('%s drives whichever browser the run is for', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  expect(text).toMatch(/launchHere|stageHere|FreeStage/);
  // These are one browser's own ways.
  expect(text).not.toMatch(/playwright|puppeteer|launchDemoBrowser|CDPSession|serviceWorker\.evaluate/);
  expect(text).not.toMatch(/skip\w*\(\s*browserHere/);
  expect(text).not.toMatch(/\.output\/(chrome|firefox)-mv3|'chrome-extension:|'moz-extension:/);
});
