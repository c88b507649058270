import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Contact } from '../../../core/flow/flow-state';
import { HeldContacts, longPause, shortPause } from '../../../services/log/write/held-contacts';

const contact = (change: Partial<Contact> = {}): Contact => ({
  host: 'example.org',
  party: 'other',
  type: 'xmlhttprequest',
  count: 1,
  source: 'web-request',
  method: 'POST',
  outcome: 'ok',
  initiator: 'www.tiktok.com',
  ...change,
});

const write = vi.fn(async (_tabId: number, _contacts: readonly Contact[]) => undefined);
let held: HeldContacts;
beforeEach(() => {
  vi.useFakeTimers();
  write.mockClear();
  held = new HeldContacts(write);
});
afterEach(() => vi.useRealTimers());

describe('contacts held for a while', () => {
  test('become one row where they are alike, and one each where they differ in anything', () => {
    held.add(1, [contact(), contact({ count: 2 })]);
    held.add(1, [contact({ outcome: 'refused' }), contact({ source: 'resource-timing' })]);
    expect(write).not.toHaveBeenCalled();
    vi.advanceTimersByTime(shortPause);
    expect(write.mock.calls).toEqual([
      [1, [contact({ count: 3 }), contact({ outcome: 'refused' }), contact({ source: 'resource-timing' })]],
    ]);
  });

  test('are written on time though more keep coming', () => {
    for (let at = 0; at < shortPause; at += 500) {
      held.add(1, [contact()]);
      vi.advanceTimersByTime(500);
    }
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('wait for a loading page to be judged, and go to it', () => {
    held.pageComing(1);
    held.add(1, [contact()]);
    vi.advanceTimersByTime(shortPause * 2);
    expect(write).not.toHaveBeenCalled();
    held.pageThere(1);
    vi.advanceTimersByTime(shortPause);
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('do not wait for ever for a page that never comes', () => {
    held.pageComing(1);
    held.add(1, [contact()]);
    vi.advanceTimersByTime(longPause);
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('of the page before are written when another begins to load', () => {
    held.add(1, [contact({ host: 'old.example' })]);
    held.pageComing(1);
    held.add(1, [contact({ host: 'new.example' })]);
    // The browser says it twice: when the document comes, and when the tab shows it.
    held.pageComing(1);
    expect(write.mock.calls).toEqual([[1, [contact({ host: 'old.example' })]]]);
  });

  test('are written where the page was when it moves on within itself', () => {
    held.add(1, [contact()]);
    held.pageMoved(1);
    expect(write).toHaveBeenCalledTimes(1);
    held.pageComing(2);
    held.add(2, [contact()]);
    held.pageMoved(2);
    expect(write, 'a page that is only coming is not there yet').toHaveBeenCalledTimes(1);
  });

  test('of other tabs are left alone', () => {
    held.add(1, [contact()]);
    held.add(2, [contact()]);
    held.flush(1);
    expect(write.mock.calls.map(([tabId]) => tabId)).toEqual([1]);
  });
});
