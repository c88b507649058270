import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsOf, withFigures } from '../../bench/figures-page';

const page = readFileSync(join(import.meta.dirname, '../../docs/figures.md'), 'utf8');
const small = [
  '# Figures',
  '<!-- npm run bench:page -->',
  'old',
  '<!-- end -->',
  'between',
  '<!-- npm run bench -->',
  'other',
  '<!-- end -->',
].join('\n');

describe('the page of figures', () => {
  test('has a part for each bench, between marks that name its command, with the day it ran', () => {
    expect(commandsOf(page)).toContain('npm run bench:page');
    expect(commandsOf(page)).toContain('npm run bench');
    for (const command of commandsOf(page)) {
      const part = page.slice(page.indexOf(`<!-- ${command} -->`)).split('<!-- end -->')[0];
      expect(part, command).toMatch(/20\d\d-\d\d-\d\d/);
    }
  });

  test('takes what a bench printed into its own part and no other', () => {
    const after = withFigures(small, 'npm run bench', {
      day: '2026-11-30',
      machine: '2 cores',
      printed: '\u001b[1m3 ms\u001b[0m\n',
    });
    expect(after).toContain('`npm run bench` on 2026-11-30, 2 cores:\n\n```text\n3 ms\n```');
    expect(after).toContain('old');
    expect(after).toContain('between');
    expect(after).not.toContain('other');
    expect(commandsOf(after)).toEqual(commandsOf(small));
  });

  test('is the only place for them: the README measures nothing', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    expect(readme.match(/\d+(\.\d+)? (ms|kB|MB|s)\b/g)).toBeNull();
  });
});
