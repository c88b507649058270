import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { factsOf } from '../../core/rulebook/facts';

const page = readFileSync(join(import.meta.dirname, '../../docs/audit.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (finding|---)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const files = 'phases|events|figures|statements|questions|provisions|regulations|entities|help|checks';

describe('the page on what a fact-checker found', () => {
  test('has a row for each of the 31 numbered findings, once', () => {
    const numbers = rows.map(([finding]) => Number(finding)).filter((number) => number > 0);
    expect(numbers).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  test('says of every finding what became of it', () => {
    expect(rows.length).toBeGreaterThan(55);
    for (const cells of rows) for (const cell of cells) expect(cell, cells[0]).not.toBe('');
  });

  test('has a part for each part of the audit that speaks of our rulebook and our words', () => {
    const parts = [...page.matchAll(/^## .+ \(([\d.]+)\)\n\n((?:\|.+\n?)+)/gm)];
    expect(parts.map(([, part]) => part)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '2', '3', '4', '5']);
    for (const [, part, table = ''] of parts)
      expect(table.trim().split('\n').length - 2, part).toBeGreaterThanOrEqual(3);
  });

  test('names only facts that the rulebook holds', () => {
    const known = factsOf(rulebook);
    const named = [...page.matchAll(new RegExp(`\`((?:${files})/[^\`]+)\``, 'g'))].map(
      ([, fact = '']) => fact,
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((fact) => !known.has(fact))).toEqual([]);
  });
});
