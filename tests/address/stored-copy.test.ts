import { describe, expect, test } from 'vitest';
import { isStoredCopy } from '../../core/address/stored-copy';
import { builtInRulebook } from '../../core/rulebook/built-in';

const isCopy = (address: string) => isStoredCopy(new URL(address), builtInRulebook.hosts);

describe('a page of an archive', () => {
  test.each([
    ['names a listed host', 'https://web.archive.org/web/2026/https://www.tiktok.com/@demo'],
    ['names it without its scheme', 'https://web.archive.org/web/2026/www.tiktok.com/@demo'],
    ['names it encoded', 'https://archive.ph/?url=https%3A%2F%2Fwww.tiktok.com%2F@demo'],
    ['names it with its port', 'https://archive.ph/www.tiktok.com:443/x'],
    ['names it in capitals', 'https://archive.ph/WWW.TIKTOK.COM/x'],
    ['names it beside another host', 'https://archive.ph/www.tiktok.com/www.example.org/x'],
    ['names it in its query', 'https://archive.ph/search?q=a&url=www.tiktok.com'],
    ['names an unlisted host of theirs', 'https://archive.ph/zz.tiktok.com/x'],
    ['names a domain of theirs that is no place to buy', 'https://archive.ph/tokopedia.link/x'],
    ['names no host', 'https://archive.ph/AbCdE'],
    ['names no host, but a file', 'https://archive.ph/index.html'],
    ['names no host, but a file of three letters', 'https://archive.ph/index.htm'],
    ['names no host, but a program', 'https://archive.ph/view.php'],
    ['names no host, but another program', 'https://archive.ph/view.asp'],
    ['names no host, but one of another kind', 'https://archive.ph/view.aspx'],
    ['names no host, but what begins otherwise', 'https://archive.ph/kenanga_example.org'],
    ['names no host, but what ends otherwise', 'https://archive.ph/example.org_kenanga'],
    ['names what can be no host', 'https://archive.ph/xn--0.example'],
    ['is written in a broken way, and names no host', 'https://archive.ph/%E0%A4%A'],
  ])('is a copy of ours, or may be one, where it %s', (_what, address) => {
    expect(isCopy(address)).toBe(true);
  });

  test.each([
    ['a host of others', 'https://web.archive.org/web/2026/https://www.example.org/@demo'],
    ['a host of others in its query', 'https://archive.ph/search?url=www.example.org'],
    ['a host of others with a program’s name in it', 'https://archive.ph/www.php.example.org/x'],
    ['a host whose name only holds ours', 'https://archive.ph/www.nottiktok.com/x'],
  ])('is none of ours where it names %s', (_what, address) => {
    expect(isCopy(address)).toBe(false);
  });
});

test.each(['http://localhost/x', 'http://127.0.0.1:8080/', 'http://192.168.1.2/a', 'http://[::1]/'])(
  'what a machine at hand serves may be a copy of anything: %s',
  (address) => {
    expect(isCopy(address)).toBe(true);
  },
);

describe('any other page', () => {
  test.each([
    ['as a folder', 'https://example.org/www.tiktok.com/@demo'],
    ['as a folder in capitals', 'https://example.org/WWW.TikTok.com/@demo'],
    ['written out', 'https://example.org/view?url=https://www.tiktok.com/@demo'],
    ['encoded', 'https://example.org/view?url=https%3A%2F%2Fwww.tiktok.com%2F@demo'],
    ['encoded twice', 'https://example.org/view?url=https%253A%252F%252Fwww.tiktok.com%252F@demo'],
    ['behind its sign', 'https://example.org/#/www.tiktok.com/@demo'],
    ['beside what is broken', 'https://example.org/%/www.tiktok.com/@demo'],
  ])('is a copy where its address goes on as a listed host’s: %s', (_what, address) => {
    expect(isCopy(address)).toBe(true);
  });

  test.each([
    ['a host of others', 'https://example.org/www.example.com/@demo'],
    ['a host that is not listed', 'https://example.org/zz.tiktok.com/@demo'],
    ['a host with nothing below it', 'https://example.org/www.tiktok.com/'],
    ['a host within a word', 'https://example.org/x-www.tiktok.com/@demo'],
    ['none', 'https://example.org/'],
  ])('is none where it names %s', (_what, address) => {
    expect(isCopy(address)).toBe(false);
  });
});
