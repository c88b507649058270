import { describe, expect, test } from 'vitest';
import { middleMean, quantile } from '../../bench/quantile';

describe('of times that were measured', () => {
  test('a quantile lies between two of them where it falls there', () => {
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(2.5);
    expect(quantile([5], 0.75)).toBe(5);
  });
  test('the mean of the middle half leaves out what was early and what was late', () => {
    expect(middleMean([1, 100, 101, 102, 9000])).toBe(101);
    expect(middleMean([48, 48, 64, 64])).toBe(56);
  });
});
