import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, wordsIn } from '../../core/explanation/words';
import { hostsCsv, sharesCsv } from '../../core/monitor/chart-tables';
import { composePicture } from '../../core/monitor/compose-picture';
import { drawHosts } from '../../core/monitor/draw-hosts';
import { drawShares } from '../../core/monitor/draw-shares';
import type { GroupShape, Shape, TextShape } from '../../core/monitor/drawing';
import { textWidth } from '../../core/monitor/drawing';
import { drawingToSvg, lightPalette } from '../../core/monitor/drawing-to-svg';
import { figureMarks } from '../../core/monitor/figure-marks';
import { type PeriodUnit, periodUnits } from '../../core/monitor/period';
import { shareByPeriod, shareOverall } from '../../core/monitor/share-by-period';
import { aroundShares } from '../../core/monitor/surround';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { dayOf, someCounts } from '../builders/counts';

const words = wordsIn('en');
const figures = figureMarks(rulebook, words);
const fonts = { 'Plus Jakarta Sans': 'data:font/woff2;base64,AAAA' };
const charted = (days = someCounts.days, unit: PeriodUnit = 'week') => ({
  periods: shareByPeriod(days, unit),
  overall: shareOverall(days),
  unit,
  figures,
});

function* inside(shapes: readonly Shape[], dx = 0): Generator<{ shape: Shape; dx: number }> {
  for (const shape of shapes) {
    yield { shape, dx };
    if (shape.kind === 'group') yield* inside(shape.shapes, dx + shape.x);
  }
}
const groups = (shapes: readonly Shape[]): GroupShape[] =>
  [...inside(shapes)].flatMap(({ shape }) => (shape.kind === 'group' ? [shape] : []));

/** A year of observations, a day at a time: more than any drawing has room to name. */
const longYear = Array.from({ length: 365 }, (_, day) =>
  dayOf(new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString().slice(0, 10), {
    tokopedia: 40 + (day % 9),
    unknown: day % 4,
  }),
);

describe('the drawing of the shares', () => {
  test('fills the marks that rest on many, and leaves hollow those that rest on few', () => {
    const titled = groups(drawShares(charted(), words, 900).shapes).filter(({ title }) =>
      title?.startsWith('PT Tokopedia'),
    );
    expect(titled.map(({ title }) => title)).toEqual([
      'PT Tokopedia on 2 November 2026 to 8 November 2026: 28 of 33, 84.8 % (69.1–93.3 %)',
      'PT Tokopedia on 9 November 2026 to 15 November 2026: 5 of 6, 83.3 % (43.6–97.0 %)',
    ]);
    const fills = titled.map(({ shapes }) => shapes.map((shape) => shape.kind === 'path' && shape.fill));
    expect(fills[0]).toContain('tokopedia');
    expect(fills[1]).not.toContain('tokopedia');
    expect(fills[1]).toContain('card');
  });

  test('draws a point and a numbered ring for each figure said, and no line from one to another', () => {
    const drawn = groups(drawShares(charted(), words, 900).shapes).filter(
      ({ trace }) => Array.isArray(trace) && trace.length === 1,
    );
    expect(drawn.map(({ trace }) => (trace as string[])[0])).toEqual(figures.map(({ fact }) => fact));
    for (const [index, { shapes, title }] of drawn.entries()) {
      expect(shapes.filter(({ kind }) => kind === 'text').map((text) => (text as TextShape).text)).toEqual([
        String(index + 1),
      ]);
      expect(title).toContain(figures[index]?.speaker);
    }
  });

  test.each(periodUnits)(
    'puts no word outside its edges, by %s, at any width and in both languages',
    (unit) => {
      for (const language of languages)
        for (const width of [300, 360, 700, 960]) {
          const chart = drawShares(
            { ...charted(longYear, unit), figures: figureMarks(rulebook, wordsIn(language)) },
            wordsIn(language),
            width,
          );
          for (const { shape, dx } of inside(chart.shapes)) {
            if (shape.kind !== 'text') continue;
            const wide = textWidth(shape.text, shape.size);
            const start = shape.x + dx - { start: 0, middle: wide / 2, end: wide }[shape.anchor];
            expect(start, `${shape.text} at ${width}`).toBeGreaterThanOrEqual(-8);
            expect(start + wide, `${shape.text} at ${width}`).toBeLessThanOrEqual(width + 16);
            expect(shape.y).toBeLessThanOrEqual(chart.height);
          }
        }
    },
  );

  test('is drawn from nothing as well', () => {
    expect(drawShares(charted([]), words, 900).height).toBeGreaterThan(0);
  });
});

describe('the drawing of the hosts', () => {
  test('tells of each host its party, flows and interval, and takes the larger of two counts of requests', () => {
    const { shapes } = drawHosts(someCounts.steps, words, 900);
    const [host] = groups(shapes).filter(({ title }) => title);
    const drawn = [...inside(shapes)].flatMap(({ shape }) => (shape.kind === 'text' ? [shape.text] : []));
    for (const party of ['TikTok', 'Tokopedia', 'other or not listed']) expect(drawn).toContain(party);
    expect(host?.title).toBe('www.tiktok.com (TikTok): 40 of 40 flows (91.2–100.0 %)');
    expect(host?.shapes.at(-1)).toMatchObject({ text: '40 of 40 · ≥ 120 requests' });
  });
});

test('the hosts fit between their edges, with a million requests as well', () => {
  const [basket] = someCounts.steps;
  const steps = basket
    ? [
        {
          ...basket,
          flows: 123_456,
          hosts: basket.hosts.map((host) => ({
            ...host,
            flows: 123_456,
            requests: { ...host.requests, 'web-request': 1_234_567 },
          })),
        },
      ]
    : [];
  for (const language of languages)
    for (const width of [300, 700, 960])
      for (const { shape, dx } of inside(drawHosts(steps, wordsIn(language), width).shapes))
        if (shape.kind === 'text')
          expect(shape.x + dx + textWidth(shape.text, shape.size), shape.text).toBeLessThanOrEqual(width + 2);
});

describe('a saved picture', () => {
  const around = aroundShares(
    shareOverall(someCounts.days),
    figures,
    { counts: someCounts, rulebook: rulebook.about.version, made: '24 November 2026' },
    words,
  );

  test('says what it is, on how many it rests, how not to read it, and where it comes from', () => {
    const svg = drawingToSvg(
      composePicture(drawShares(charted(), words, 960), around),
      { title: around.title, description: 'x', language: 'en' },
      fonts,
    );
    const text = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const said of [
      '39 observed baskets',
      'Not read: 6',
      'not a sample of all purchases',
      'Study: uji-coba',
      `come from rulebook ${rulebook.about.version}`,
      'Made on 24 November 2026',
      ...figures.map(({ speaker }) => speaker),
    ])
      expect(text).toContain(said);
    expect(svg).not.toMatch(/class=|style=|var\(|href=|url\((?!data:)/);
  });

  test('carries the fonts that it asks for', () => {
    const svg = drawingToSvg(
      drawHosts(someCounts.steps, words, 960),
      { title: 'x', description: 'x', language: 'en' },
      fonts,
    );
    expect(svg).toContain(
      `@font-face{font-family:"Plus Jakarta Sans";font-weight:400 700;src:url(${fonts['Plus Jakarta Sans']})`,
    );
    expect(svg).toContain('font-family="&quot;Plus Jakarta Sans&quot;,');
  });

  test('lets no name in it become markup', () => {
    const svg = drawingToSvg(
      drawHosts(someCounts.steps, words, 960),
      { title: 'a<b', description: '"&"', language: 'en' },
      fonts,
    );
    expect(svg).toContain('a&lt;b&gt;&amp;&quot;c&quot;.example');
    expect(svg).not.toContain('<b>');
  });

  test('has the light colours of the screen', () => {
    const css = readFileSync(join(import.meta.dirname, '../../components/look/tokens.css'), 'utf8');
    const light = css.slice(0, css.indexOf('@media'));
    const names = { soft: 'ink-soft' } as Record<string, string>;
    for (const [ink, value] of Object.entries(lightPalette))
      expect(light, ink).toContain(`--${names[ink] ?? ink}: ${value};`);
  });
});

describe('the table behind a chart', () => {
  const made = { study_id: 'uji-coba', rulebook_version: '2026.11.24', made: '2026-11-24T05:00:00Z' };

  test('holds every processor of every period, then every figure that was said', () => {
    const { periods, unit } = charted();
    const lines = sharesCsv(periods, unit, figures, made).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + periods.length * 5 + figures.length);
    expect(lines[1]).toMatch(
      /^observed,2026-11-02,2026-11-08,week,tokopedia,28,33,4,0\.848485,0\.69\d+,0\.93\d+,false,/,
    );
    expect(lines.at(-1)).toMatch(/^said,2024-04-03,.*figures\/exactly-100-2024-04-03,100,exact,"Melissa/);
  });

  test('holds every host of every step, drawn or not', () => {
    const lines = hostsCsv(someCounts.steps, made).trimEnd().split('\r\n');
    expect(lines[1]).toMatch(/^basket,tiktok,www\.tiktok\.com,40,40,1,0\.91\d+,1,90,120,0,/);
    expect(lines[2]).toContain('"a<b>&""c"".example"');
  });
});
