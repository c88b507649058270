import { expect, test } from 'vitest';
import { daysBetween, readMoment } from '../../core/calendar/read-moment';

test.each([
  ['2023-10-04', '2023-10-04', '2023-10-03T17:00:00.000Z'],
  ['2023-10-04T17:00', '2023-10-04', '2023-10-04T10:00:00.000Z'],
  ['2023-10-04 17:00:30', '2023-10-04', '2023-10-04T10:00:30.000Z'],
  ['2023-10-04T10:00Z', '2023-10-04', '2023-10-04T10:00:00.000Z'],
  ['2023-10-04T18:30:00.123Z', '2023-10-05', '2023-10-04T18:30:00.123Z'],
  ['2023-10-04T17:00+0900', '2023-10-04', '2023-10-04T08:00:00.000Z'],
  ['2023-10-04T23:00-05:00', '2023-10-05', '2023-10-05T04:00:00.000Z'],
  ['2024-02-29', '2024-02-29', '2024-02-28T17:00:00.000Z'],
])('reads %s as the day %s', (text, day, utc) => {
  const moment = readMoment(text);
  expect(moment?.day).toBe(day);
  expect(new Date(moment?.time ?? Number.NaN).toISOString()).toBe(utc);
});

test.each([
  '',
  'today',
  '2023',
  '2023-02-29',
  '2023-13-01',
  '2023-10-04T25:00',
  '04-10-2023',
  '2023-10-04T17:00+99:99',
  '2023-10-04T17:00 WIB',
])('refuses "%s"', (text) => {
  expect(readMoment(text)).toBeNull();
});

test('counts the days between two days', () => {
  expect(daysBetween('2026-11-23', '2027-03-23')).toBe(120);
});

test('knows that midnight in WIB comes at 17:00 UTC', () => {
  expect(readMoment('2023-10-04T16:59:59Z')?.day).toBe('2023-10-04');
  expect(readMoment('2023-10-04T17:00:00Z')?.day).toBe('2023-10-05');
});
