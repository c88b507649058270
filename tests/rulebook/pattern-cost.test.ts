import { describe, expect, test } from 'vitest';
import { repeatsRepeats } from '../../core/rulebook/pattern-cost';

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
