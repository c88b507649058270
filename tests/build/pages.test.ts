import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const builds = join(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('in the built %s', (name) => {
  const folder = join(builds, name);
  const pages = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
  const addressesIn = (page: string, ending: string): string[] =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/(?:src|href)="(\/[^"]+)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => address.endsWith(ending));

  test('there are pages', () => {
    expect(pages).toContain('popup.html');
    expect(pages.length).toBeGreaterThan(8);
  });

  test('the popup waits for few files before it can answer', () => {
    expect(addressesIn('popup.html', '.js').length).toBeLessThanOrEqual(5);
    expect(addressesIn('popup.html', '.css').length).toBeLessThanOrEqual(2);
  });

  test.each(pages)('the style of %s stands after the look that it builds on', (page) => {
    const [look = '', ...others] = addressesIn(page, '.css').map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    expect(look).toContain('--ground:');
    for (const style of others) expect(style).not.toContain('--ground:');
  });

  test.each(pages.filter((page) => page !== 'popup.html'))('%s does not start the popup', (page) => {
    for (const file of addressesIn(page, '.js'))
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/askedEarly,/);
  });
});
