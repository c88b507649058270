import { describe, expect, test } from 'vitest';
import { servedPage } from '../../in-page/read/served-page';

const address = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const clock = (entry?: object) => ({ getEntriesByType: () => (entry ? [entry as PerformanceEntry] : []) });
const pageAt = (URL: string, readyState: DocumentReadyState = 'interactive') => ({ URL, readyState });

describe('the status that a page was answered with', () => {
  test.each([
    ['as the browser says', { name: address, responseStatus: 403 }, 403],
    ['not known where the browser says 0', { name: address, responseStatus: 0 }, null],
    ['not known where the browser has no such field', { name: address }, null],
    ['not known where it is no status', { name: address, responseStatus: 1e9 }, null],
    ['not known where there was no navigation', undefined, null],
  ])('is %s', (_how, entry, status) => {
    expect(servedPage(pageAt(address), clock(entry))()).toBe(status);
  });

  test('counts until the first move within the page, and not again on the way back', () => {
    const page = pageAt(address);
    const served = servedPage(page, clock({ name: address, responseStatus: 404 }));
    page.URL = `${address}#ulasan`;
    expect(served()).toBe(404);
    page.URL = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000002';
    expect(served()).toBeNull();
    page.URL = address;
    expect(served()).toBeNull();
  });

  test('is not taken for that of a page that had moved before the script came', () => {
    const entry = { name: address, responseStatus: 404 };
    expect(servedPage(pageAt(`${address}2`, 'complete'), clock(entry))()).toBeNull();
    expect(servedPage(pageAt(address, 'complete'), clock(entry))()).toBe(404);
  });
});
