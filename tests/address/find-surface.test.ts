import { describe, expect, test } from 'vitest';
import { cleanAddress } from '../../core/address/clean-address';
import { findSurface, isLinkOnly, pagesOf } from '../../core/address/find-surface';
import { isUnder } from '../../core/address/is-under';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';

const find = (address: string) => {
  const { surface, kind, rule, owner, trusted } = findSurface(new URL(address), rulebook.hosts);
  return [surface, kind, rule?.id ?? null, owner, trusted];
};

describe('whose page an address is', () => {
  test.each([
    // address                                        surface            kind          rule                 owner        trusted
    [
      'https://shop-id.tokopedia.com/c',
      'shop-tokopedia',
      'storefront',
      'shop-id-storefront',
      'tokopedia',
      true,
    ],
    [
      'http://shop-id.tokopedia.com/c',
      'shop-tokopedia',
      'storefront',
      'shop-id-storefront',
      'tokopedia',
      false,
    ],
    [
      'https://shop-id.tokopedia.com:444/c',
      'shop-tokopedia',
      'storefront',
      'shop-id-storefront',
      'tokopedia',
      false,
    ],
    ['https://shop-id.tokopedia.com./c', 'tokopedia', 'other', null, 'tokopedia', true],
    ['https://www.tiktok.com./', 'tiktok', 'other', null, 'tiktok', true],
    ['https://new.tiktokv.com/', 'tiktok', 'other', null, 'tiktok', true],
    ['https://vt.tokopedia.com/', 'shop-tokopedia', 'other', null, 'tokopedia', true],
    ['https://seller-my.tiktok.com/x', 'seller', 'seller', 'seller-tiktok', 'tiktok', true],
    ['https://seller-mya.tiktok.com/x', 'tiktok', 'other', null, 'tiktok', true],
    ['https://shop.tiktok.com/?region=id', 'tiktok-shop', 'other', 'shop-tiktok-region-id', 'tiktok', true],
    [
      'https://shop.tiktok.com/?region=us',
      'tiktok-shop',
      'storefront',
      'shop-tiktok-storefront',
      'tiktok',
      true,
    ],
    ['https://www.tiktok.com/shop/order_list', 'tiktok-shop', 'order', 'tiktok-shop-order', 'tiktok', true],
    ['https://tokopedia.com.example/', 'elsewhere', 'other', null, null, false],
    ['https://nottokopedia.com/', 'elsewhere', 'other', null, null, false],
    ['ftp://shop-id.tokopedia.com/c', 'elsewhere', 'other', null, null, false],
  ])('%s', (address, ...found) => {
    expect(find(address)).toEqual(found);
  });
});

test('a host is under a domain dot by dot', () => {
  expect(isUnder('tiktok.com', 'tiktok.com')).toBe(true);
  expect(isUnder('www.tiktok.com', 'tiktok.com')).toBe(true);
  expect(isUnder('xtiktok.com', 'tiktok.com')).toBe(false);
  expect(isUnder('tiktok.com', 'www.tiktok.com')).toBe(false);
});

test.each([
  ['https://me:pw@example.org:8443/a/b?c=d#e', 'https://example.org:8443/a/b'],
  ['http://example.org', 'http://example.org/'],
  ['file:///home/me', 'file:'],
  ['chrome-extension://abc/popup.html', 'chrome-extension:'],
  ['data:text/html,x', 'data:'],
  ['no address', ''],
])('%s is kept as "%s"', (address, clean) => {
  expect(cleanAddress(address)).toBe(clean);
});

test.each([
  ['https://vt.tiktok.com/ZSabc/', true],
  ['https://www.tiktok.com/t/ZTabc/', true],
  ['https://m.tiktok.com/v/7600000000000000101.html', true],
  ['https://www.tiktok.com/@demo', false],
  ['https://shop-my.tiktok.com/', false],
  ['https://shop-zz.tiktok.com/', false],
  ['https://zz.tiktok.com/', false],
  ['https://example.org/t/ZTabc/', false],
])('whether %s only leads on: %s', (address, forwards) => {
  expect(findSurface(new URL(address), rulebook.hosts).forwards).toBe(forwards);
});

test.each([
  ['https://www.tiktok.com/embed/v2/7600000000000000101', true],
  ['https://www.tiktok.com/player/v1/7600000000000000101', true],
  ['https://www.tiktok.com/@demo/video/7600000000000000101', false],
  ['https://www.tiktok.com/@demo/live', false],
  ['https://zz.tiktok.com/', false],
])('whether %s is an address to hand on: %s', (address, isOnly) => {
  const url = new URL(address);
  expect(isLinkOnly(findSurface(url, rulebook.hosts), url)).toBe(isOnly);
});

test('a host’s pages are its own, or those of the host that it serves too; another host has none', () => {
  const pages = (host: string) => pagesOf(host, rulebook.hosts).map(({ id }) => id);
  expect(pages('vt.tokopedia.com')).toEqual(['shop-id-share-link']);
  expect(pages('shop-my.tiktok.com')).toEqual(pages('shop-vn.tiktok.com'));
  expect(pages('shop-my.tiktok.com')).toContain('shop-regional-product');
  expect(pages('zz.tiktok.com')).toEqual([]);
  const [listed] = rulebook.hosts.hosts;
  const lost = { ...rulebook.hosts, hosts: listed ? [{ ...listed, as: 'zz.tiktok.com' }] : [] };
  expect(pagesOf('www.tiktok.com', lost)).toEqual([]);
});
