import { describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { factsOf } from '../../core/rulebook/facts';
import { factReport } from '../../scripts/fact-report';

describe('the list of facts', () => {
  const report = factReport(rulebook, '2026-12-01');
  const [byAge = '', byConfidence = '', oneSource = '', notAgain = '', singleCopy = ''] =
    report.split('\n\n');
  const agesIn = (block: string) => [...block.matchAll(/^ +(\d+) d/gm)].map(([, days]) => Number(days));

  test('holds every fact, the oldest first', () => {
    const ages = agesIn(byAge);
    expect(ages).toHaveLength(factsOf(rulebook).size);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    expect(byAge).toMatch(/58 d {2}2026-10-04 {2}H .*help\/ditjen-pktn/);
  });

  test('holds the weak ones by their letter', () => {
    expect(byConfidence).toContain('statements/ministry-2025-05-26');
    expect(byConfidence).not.toContain('statements/ministry-2024-04-02');
  });

  test('holds what rests on one source, and nothing that rests on two', () => {
    expect(oneSource).toContain('Facts that rest on one source');
    expect(oneSource).toContain('statements/okezone-2023-12-17');
    expect(oneSource).toContain('provisions/uu-8-1999-18(1)c');
    expect(oneSource).not.toContain('statements/ministry-2024-04-25');
    expect(oneSource).not.toMatch(/[02-9] sources/);
  });

  test('holds what the last review did not look at again', () => {
    expect(notAgain).toContain('help/ditjen-pktn');
    expect(notAgain).not.toContain('questions/who-processes');
  });

  test('holds the quotes that rest on one copy', () => {
    const ids = [...singleCopy.matchAll(/provisions\/(\S+)/g)].map(([, id]) => id);
    expect(ids.toSorted()).toEqual([
      'permendag-19-2026-18(4)a',
      'permendag-19-2026-18(4)b',
      'permendag-19-2026-25(3)',
      'permendag-19-2026-65',
    ]);
  });
});
