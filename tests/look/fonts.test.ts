import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import sources from '../../components/look/fonts/sources.json' with { type: 'json' };
import en from '../../core/explanation/texts/en.json' with { type: 'json' };
import id from '../../core/explanation/texts/id.json' with { type: 'json' };
import { fontFamilies } from '../../core/look/fonts';
import { charactersOf } from '../../scripts/release/font-characters';

const look = join(import.meta.dirname, '../../components/look');
const read = (name: string): string => readFileSync(join(look, name), 'utf8');

test('every font that is carried has a source, and a face that shows it', () => {
  const files = readdirSync(join(look, 'fonts')).filter((name) => name.endsWith('.woff2'));
  expect(files.sort()).toEqual(sources.map(({ name }) => `${name}.woff2`).sort());
  const shown = [...read('fonts.css').matchAll(/url\("\.\/fonts\/([^"]+)"\)/g)].map((match) => match[1]);
  expect(shown.sort()).toEqual(files);
});

test('the fonts cost less than 40 kB together', () => {
  const bytes = sources.map(({ name }) => readFileSync(join(look, 'fonts', `${name}.woff2`)).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(40_000);
});

test('what is drawn on a canvas asks for the fonts of the screens, and each of them is carried', () => {
  expect(read('tokens.css')).toContain(`--font: ${fontFamilies.text};`);
  expect(read('tokens.css')).toContain(`--font-fixed: ${fontFamilies.fixed};`);
  for (const [, family] of Object.values(fontFamilies)
    .join()
    .matchAll(/"([^"]+)"/g))
    expect(read('fonts.css')).toContain(`font-family: "${family}";`);
});

test('our fonts can write all that we say', () => {
  const written = new Set(sources.flatMap(({ characters }) => [...charactersOf(characters)]));
  const unwritten = [...new Set(JSON.stringify([id, en]))].filter((one) => !written.has(one));
  expect(unwritten).toEqual([]);
});
