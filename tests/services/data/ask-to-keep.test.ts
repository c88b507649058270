import { describe, expect, test } from 'vitest';
import { isReminderDue } from '../../../core/log/export-reminder';
import { askToKeep } from '../../../services/data/ask-to-keep';

const storage = (persisted: boolean, persist: () => Promise<boolean>) => ({
  persisted: async () => persisted,
  persist,
});
const never = () => new Promise<boolean>(() => undefined);

describe('the browser is asked to keep the record', () => {
  test.each([
    ['agreed', storage(true, never)],
    ['agreed', storage(false, async () => true)],
    ['refused', storage(false, async () => false)],
    ['did-not-say', storage(false, never)],
    ['did-not-say', storage(false, () => Promise.reject(new Error('no')))],
    ['did-not-say', { persisted: never, persist: never }],
  ] as const)('and what it answers is told: %s', async (answer, asked) => {
    const before = Date.now();
    expect(await askToKeep(asked, 50)).toBe(answer);
    expect(Date.now() - before).toBeLessThan(1000);
  });

  test('and where it has no such call it did not say', async () => {
    expect(await askToKeep({} as never, 50)).toBe('did-not-say');
  });
});

describe('a reminder of rows that were never exported', () => {
  const state = { rows: 9, exportedUpTo: 0, exported: null, reminded: null, since: '2026-10-01T00:00:00Z' };
  const now = '2026-11-30T00:00:00Z';
  test.each([
    [true, 'after a month without an export', {}],
    [
      true,
      'after a month with new rows since the last export',
      { exportedUpTo: 8, exported: '2026-10-20T00:00:00Z' },
    ],
    [false, 'where all rows were exported', { exportedUpTo: 9, exported: '2026-10-20T00:00:00Z' }],
    [false, 'within a month of the last export', { exportedUpTo: 8, exported: '2026-11-20T00:00:00Z' }],
    [false, 'within a month of the last reminder', { reminded: '2026-11-20T00:00:00Z' }],
    [false, 'in the first month of recording', { since: '2026-11-20T00:00:00Z' }],
    [false, 'where nothing is recorded', { rows: 0 }],
    [false, 'where it is not known since when', { since: null }],
  ])('is %s %s', (due, _when, more) => {
    expect(isReminderDue({ ...state, ...more }, now)).toBe(due);
  });
});
