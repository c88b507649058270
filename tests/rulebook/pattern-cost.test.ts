import { describe, expect, test } from 'vitest';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { readsTwice, repeatsRepeats } from '../../core/rulebook/pattern-cost';

describe('a pattern that repeats what repeats', () => {
  test.each([
    '(([A-Za-z]+)+)!',
    '(a|b+)*',
    '(?:x{1,})+',
    '(?:[A-Za-z]{1,63}){1,63}',
    '(?<name>(?:ab*c)d){3,}',
    '((a*)b)*c',
    '(?:[)\\]]+)+',
  ])('is %s', (pattern) => {
    expect(repeatsRepeats(pattern)).toBe(true);
  });

  test.each([
    'a+b+',
    '(?:a{1,5}){1,5}',
    '\\(a+\\)+',
    '[(a+)]+',
    '(?:a+b)?',
    '(?:a|b)*',
    '(a+){2}',
    'a{2,3}b*',
    '',
  ])('is not %s', (pattern) => {
    expect(repeatsRepeats(pattern)).toBe(false);
  });
});

describe('a pattern that reads one text in two ways, and does so many times,', () => {
  test.each([
    '^(?:a|a)+!',
    '(a|aa)+$',
    '(?:a{1,20}){1,20}!',
    '(?:a?a?){20}!',
    '(?:\\w|\\d){9,}',
    '(?:x(?:[a-z]|[aeiou])){2,}y|(?:[a-z]|e)*!',
    '(?:foo|foo)*!',
  ])('is %s', (pattern) => {
    expect(readsTwice(pattern, '')).toBe(true);
  });

  test.each([
    'a+b+',
    '(?:a|b)*',
    '(?:\\.\\d+){3}',
    '(?:[ -]?\\d){8}',
    '(?:\\p{L}[\\p{L}.]{0,24} ){1,4}',
    '\\(a|a\\)+',
    '[(a|a)]+',
    '(?<same>a)(?:b\\k<same>){7}',
  ])('is not %s', (pattern) => {
    expect(readsTwice(pattern, 'u')).toBe(false);
  });

  test('is none of our own', () => {
    const { parts, rules, exempt } = builtInRulebook.personal;
    const all = [...Object.values(parts), ...[...rules, ...exempt].map(({ pattern }) => pattern)];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((pattern) => readsTwice(pattern, 'iu'))).toEqual([]);
  });
});
