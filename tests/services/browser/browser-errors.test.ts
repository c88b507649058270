import { describe, expect, test } from 'vitest';
import {
  failureOf,
  isForbidden,
  isPictureQuota,
  isTabGone,
  reasonOf,
} from '../../../services/browser/browser-errors';

const words = {
  Chromium: {
    isTabGone: [
      'No tab with id: 1824191359.',
      'No tab with id: 7',
      'The tab was closed.',
      'Frame with ID 0 was removed.',
      'No frame with id 0 in tab with id 7.',
    ],
    isPictureQuota: ['This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.'],
    isForbidden: [
      "Either the '<all_urls>' or 'activeTab' permission is required.",
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      'Cannot access a chrome:// URL',
    ],
  },
  Firefox: {
    isTabGone: ['Invalid tab ID: 7', 'Tab not found', 'Frame not found, or missing host permission'],
    isPictureQuota: ['This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.'],
    isForbidden: ['Missing activeTab permission', 'Missing host permission for the tab'],
  },
};
const known = { isTabGone, isPictureQuota, isForbidden };

describe.each(Object.entries(words))('the words of %s', (_browser, errors) => {
  test.each(Object.entries(errors))('%s', (name, all) => {
    for (const text of all) expect(known[name as keyof typeof known](new Error(text)), text).toBe(true);
  });

  test('are not taken for those of another error', () => {
    for (const text of [
      'The message port closed before a response was received.',
      'Could not establish connection.',
    ])
      for (const is of Object.values(known)) expect(is(new Error(text)), text).toBe(false);
    for (const text of [
      ...errors.isPictureQuota,
      ...errors.isForbidden.filter((said) => !said.includes('Frame')),
    ])
      expect(isTabGone(new Error(text)), text).toBe(false);
  });
});

test('an error is told by its words, and so is what is none', () => {
  expect(reasonOf(new Error('the disk is full'))).toBe('the disk is full');
  expect(reasonOf('closed')).toBe('closed');
});

test('why a press did not work is told, also where it failed before it began', async () => {
  expect(await failureOf(async () => 7)).toBeNull();
  expect(await failureOf(() => Promise.reject(new Error('closed')))).toBe('closed');
  expect(
    await failureOf(() => {
      throw new Error('no study is shown');
    }),
  ).toBe('no study is shown');
});
