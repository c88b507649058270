import { describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { addressPage, judgeToday, today, videoAddress, videoId, videoPageOf } from '../builders/pages';

const judged = (address: string) => {
  const { basket, processor, lookalike, owner, evidence, unread, drift } = judgeToday(addressPage(address));
  return { basket, processor, lookalike, owner, evidence, unread, drift };
};
const decides = (signal: string, value: string) => ({ signal, weight: 'deciding', where: 'address', value });
const nothing = { processor: 'unknown', lookalike: null, owner: null, drift: [] };

describe('a page of the companies’ own that is no place to buy', () => {
  test('holds no basket', () => {
    expect(judged('https://ttwstatic.com/a')).toEqual({
      ...nothing,
      basket: 'no',
      owner: { name: 'tiktok', role: 'delivery' },
      evidence: [decides('owned-host', 'ttwstatic.com')],
      unread: [],
    });
  });

  test.each([
    ['a host of short links', 'https://tokopedia.link/abc', { name: 'tokopedia', role: 'share-link' }],
    [
      'an address that names a video',
      `https://www.capcut.com/@demo/video/${videoId}`,
      { name: 'bytedance', role: 'other' },
    ],
  ])('may lead on to one, and then we cannot tell: %s', (_what, address, owner) => {
    expect(judged(address)).toEqual({
      ...nothing,
      basket: 'unknown',
      owner,
      evidence: [decides('owned-host', new URL(address).hostname)],
      unread: [{ what: 'basket', why: 'short-link' }],
    });
  });
});

describe('what is no page of a site', () => {
  test('the browser’s view of a source is not the page', () => {
    expect(judged(`view-source:${videoAddress}`)).toEqual({
      ...nothing,
      basket: 'unknown',
      evidence: [decides('host-not-genuine', 'view-source:')],
      unread: [
        { what: 'page', why: 'not-as-served' },
        { what: 'file', why: 'view-source' },
      ],
    });
  });

  test.each([
    'ftp://example.org/a',
    'xhttps://example.org/a',
    'mailto:demo@example.org',
    'about:reader?url=x',
  ])('an address of another kind is none that we know: %s', (address) => {
    expect(judged(address)).toMatchObject({
      basket: 'unknown',
      unread: [{ what: 'address', why: 'not-an-address' }],
    });
  });

  test.each(['chrome://settings/', 'about:blank'])(
    'a page of the browser’s own holds no basket: %s',
    (address) => {
      const { protocol, hostname } = new URL(address);
      expect(judged(address)).toEqual({
        ...nothing,
        basket: 'no',
        evidence: [decides('host-not-genuine', hostname || protocol)],
        unread: [],
      });
    },
  );
});

describe('a page of others', () => {
  test.each(['https://example.org/', 'http://example.org/'])(
    'holds no basket of TikTok Shop: %s',
    (address) => {
      expect(judged(address)).toEqual({
        ...nothing,
        basket: 'no',
        evidence: [decides('host-not-genuine', 'example.org')],
        unread: [],
      });
    },
  );

  test('that imitates a genuine host holds none either', () => {
    expect(judged('https://tiktok.example/')).toEqual({
      ...nothing,
      basket: 'no',
      lookalike: { of: 'tiktok.com', reason: 'swapped-ending' },
      evidence: [decides('lookalike-host', 'tiktok.example')],
      unread: [],
    });
  });

  test.each([
    ['by its address', addressPage('https://example.org/www.tiktok.com/@demo')],
    ['by its data', videoPageOf({ id: videoId }, 'https://example.org/a')],
  ])('that keeps a copy of ours is told as one: %s', (_what, page) => {
    expect(judgeToday(page)).toMatchObject({
      basket: 'unknown',
      evidence: [decides('host-not-genuine', 'example.org')],
      unread: [{ what: 'page', why: 'stored-copy' }],
    });
  });

  test('names others in an archive’s way without imitating them', () => {
    expect(judged('https://www-tokopedia-com.translate.goog/cart')).toMatchObject({
      basket: 'unknown',
      lookalike: null,
      unread: [{ what: 'page', why: 'stored-copy' }],
    });
  });
});

test('a host under a genuine domain that a rulebook lists as none of these sites holds no brand of others', () => {
  const [listed] = rulebook.hosts.hosts;
  if (listed === undefined) throw new Error('no host is listed');
  const host = { ...listed, host: 'tiktok-help.tiktok.com', surface: 'elsewhere' as const, pages: [] };
  const hosts = { ...rulebook.hosts, hosts: [host] };
  expect(judge(addressPage(`https://${host.host}/`), { ...rulebook, hosts }, today)).toMatchObject({
    surface: 'elsewhere',
    basket: 'no',
    lookalike: null,
    unread: [],
  });
});
