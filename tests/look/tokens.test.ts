import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tokensFile = 'components/look/tokens.css';
const filesIn = (ending: RegExp): string[] =>
  ['components', 'entrypoints']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
    )
    .filter((name) => ending.test(name) && name !== tokensFile)
    .sort();
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '');

/** What only the tokens may say, as a style sheet says it. */
const raw = {
  'a colour':
    /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hwb|lab|lch|oklab|oklch|color)\(|:\s*(?:white|black|red|gold)\b/gi,
  'a size of type': /font-size:\s*[\d.]|font:\s*[^;]*\d+(?:px|rem|em|pt)/g,
  'a family of type': /font-family:(?!\s*(?:var\(|inherit))/g,
  'a time of motion': /(?:transition|animation)[^;]*\b\d+(?:ms|s)\b/g,
  'a round corner': /border-radius:(?!\s*(?:var\(--corner|0|50%|inherit))/g,
} as const;
const exceptions = [
  // A flow's conflicting step is a square of 12 pixels beside round ones; the smallest corner would make it round.
  'components/logbook/logbook.css border-radius:',
  // Here the families get their names.
  'components/look/fonts.css font-family:',
];

describe('the look', () => {
  const styles = filesIn(/\.css$/);

  test('is spread over no more than the style sheets we know of', () => {
    expect(styles.length).toBeGreaterThan(10);
  });

  test.each(styles)('%s takes every colour, size, corner and motion from the tokens', (name) => {
    const css = withoutComments(read(name));
    const found = Object.entries(raw)
      .flatMap(([what, pattern]) => (css.match(pattern) ?? []).map((text) => ({ what, text })))
      .filter(({ text }) => !exceptions.includes(`${name} ${text}`));
    expect(found).toEqual([]);
  });

  test('uses no token that is not there', () => {
    const sheets = [tokensFile, ...styles].map((name) => withoutComments(read(name)));
    const known = new Set(
      sheets.flatMap((css) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])),
    );
    for (const [at, css] of sheets.entries())
      for (const [, name] of css.matchAll(/var\((--[\w-]+)\)/g))
        expect(known, `${[tokensFile, ...styles][at]} uses ${name}`).toContain(name);
  });

  test('gives nobody who handles an order a colour: shades of ink, in both themes', () => {
    const css = withoutComments(read(tokensFile));
    const shades = [...css.matchAll(/--(tokopedia|tiktok-shop|bar-own-shop): #(\w\w)(\w\w)(\w\w)/g)];
    expect(shades.map(([, name]) => name).toSorted()).toEqual(
      ['bar-own-shop', 'tiktok-shop', 'tokopedia'].flatMap((name) => [name, name]),
    );
    for (const [shade, , ...channels] of shades) {
      const values = channels.map((channel) => Number.parseInt(channel, 16));
      expect(Math.max(...values) - Math.min(...values), shade).toBeLessThan(40);
    }
  });

  test('has a dark colour for every light one that is not the same in both', () => {
    const css = withoutComments(read(tokensFile));
    const dark = css.slice(css.indexOf('@media (prefers-color-scheme: dark)'));
    const same = /^--(basket|on-basket|danger|on-danger|paper|bar|drawn|cover|on-cover)/;
    const colours = [...css.slice(0, css.indexOf('@media')).matchAll(/(--[\w-]+): #/g)].map(
      ([, name]) => name,
    );
    for (const name of colours.filter((name) => !same.test(name ?? '')))
      expect(dark, name).toContain(`${name}:`);
  });

  test.each(filesIn(/\.tsx$/))('%s draws in no colour of its own', (name) => {
    expect(read(name).match(/['"]#[0-9a-f]{3,8}['"]/gi) ?? []).toEqual([]);
  });
});
