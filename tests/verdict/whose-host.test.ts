import { describe, expect, test } from 'vitest';
import { explain } from '../../core/explanation/explain';
import { stepOf } from '../../core/flow/step-of';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { addressPage, judgeToday, today, videoId } from '../builders/pages';

describe('a host is genuine, the companies’ own but no place to buy, or not ours', () => {
  test.each(rulebook.hosts.owned.map(({ domain, owner, role }) => [domain, owner, role] as const))(
    '%s is of %s, for %s, and imitates nobody',
    (domain, name, role) => {
      for (const host of [domain, `a.${domain}`, `${domain}.`])
        expect(judgeToday(addressPage(`https://${host}/x`))).toMatchObject({
          surface: 'elsewhere',
          lookalike: null,
          owner: { name, role },
          drift: [],
        });
    },
  );

  test('every owned host has a source, and so has every listed one', () => {
    const known = new Set(rulebook.sources.map(({ id }) => id));
    for (const { sources } of [...rulebook.hosts.owned, ...rulebook.hosts.hosts]) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(known).toContain(source);
    }
  });

  test.each(['https://tokopedia.link/abc', 'https://tiktoklinksafety.com/x', 'https://byteimg.com/a'])(
    'the words for %s neither warn nor say that it is of neither company',
    (address) => {
      for (const language of ['id', 'en'] as const) {
        const { answer, imitation } = explain(judgeToday(addressPage(address)), rulebook, language);
        expect(imitation).toBeNull();
        expect(answer.text).not.toMatch(/neither|bukan milik/);
      }
    },
  );

  test.each<readonly [string, string, boolean]>([
    ['the whole label under a foreign ending', 'https://tiktok.xyz/', true],
    ['a misspelling', 'https://tokopedla.com/', true],
    ['a word of trade', 'https://tiktok-shop-promo.com/', true],
    ['a word of log-in', 'https://login-tokopedia.com/', true],
    ['a word of prizes', 'https://gebyar-tokopedia.com/', true],
    ['a word of jobs', 'https://rekrutmen-tiktok.com/', true],
    ['an ending of trade', 'https://tiktokid.shop/', true],
    ['a sister of the host of sellers’ programs', 'https://tiktok-shops.co/', true],
    ['the host of sellers’ programs itself', 'https://auth.tiktok-shops.com/oauth/authorize', false],
    ['a study', 'https://tiktokresearchgroup.org/', false],
    ['a page of a firm about them', 'https://tiktok.fandom.com/', false],
    ['a firm’s own log-in for its customers', 'https://tokopedia.my.salesforce.com/', false],
    ['a payment firm’s page about them', 'https://tiktok.paypal.com/', false],
    ['a helpdesk', 'https://tokopedia.helpshift.com/', false],
    ['a library', 'https://tokopedia-ui.vercel.app/', false],
    ...['learn', 'border', 'bishop-', 'returnto'].map(
      (word) => [`an ordinary word: ${word}`, `https://${word}tiktok.com/`, false] as const,
    ),
    ...['-learning', 'disorder', '-workshop', 'paywall', 'cartoon', 'productions', 'marketing', '-code'].map(
      (word) => [`an ordinary word: ${word}`, `https://tiktok${word}.com/`, false] as const,
    ),
    ['a delivery network’s name', 'https://www.tiktok.com.w.cdngslb.com/', false],
    ['a missing dot', 'https://wwwtokopedia.com/', true],
    ['the ending glued on', 'https://tokopediacom.com/', true],
    ['the ending with more behind it', 'https://tokopedia.com-cod.xyz/', true],
    ['a word of payment behind it', 'https://tokopedia-cod.com/', true],
    ['words of trade in somebody’s own name', 'https://tokopedia.promo-hadiah.xyz/', true],
  ])('%s: %s', (_what, address, imitates) => {
    expect(judgeToday(addressPage(address)).lookalike !== null).toBe(imitates);
  });

  test('where the name is not enough, it is said that we cannot tell', () => {
    const verdict = judgeToday(addressPage('https://tiktokresearchgroup.org/'));
    expect(verdict).toMatchObject({ basket: 'unknown', unread: [{ what: 'host', why: 'holds-brand' }] });
    expect(explain(verdict, rulebook, 'en').answer.text).toBe(
      'This host is not on our list; we cannot tell whose it is.',
    );
  });

  test.each(['vn', 'my', 'th', 'ph', 'sg', 'us'])(
    'shop-%s.tiktok.com is another region’s, without Indonesian law',
    (region) => {
      const verdict = judgeToday(
        addressPage(`https://shop-${region}.tiktok.com/view/product/1730000000000000002`),
      );
      expect(verdict).toMatchObject({ surface: 'tiktok-shop', law: [], lookalike: null });
    },
  );

  test.each([
    `https://web.archive.org/web/2026/https://www.tiktok.com/@demo/video/${videoId}`,
    `https://archive.ph/https://www.tiktok.com/@demo/video/${videoId}`,
    `https://web.archive.org/web/20260329030000id_/https://www.tiktok.com/@demo/video/${videoId}`,
    `https://webcache.googleusercontent.com/search?q=cache:x:https://www.tiktok.com/@demo/video/${videoId}`,
    `https://translate.google.com/translate?sl=id&u=https://www.tiktok.com/@demo/video/${videoId}`,
    `https://www-tiktok-com.translate.goog/@demo/video/${videoId}`,
    `https://r.jina.ai/https://www.tiktok.com/@demo/video/${videoId}`,
  ])('a stored copy is never "no": %s', (address) => {
    expect(judgeToday(addressPage(address))).toMatchObject({ basket: 'unknown', lookalike: null });
  });
});

describe('all writings of a video’s address', () => {
  const { html } = pageNamed('video-basket');
  const writings = [
    `https://tiktok.com/@demo/video/${videoId}`,
    `https://m.tiktok.com/@demo/video/${videoId}`,
    `https://m.tiktok.com/v/${videoId}.html`,
    `https://www.tiktok.com/v/${videoId}.html`,
    `https://www.tiktok.com/share/video/${videoId}`,
    `https://www.tiktokv.com/share/video/${videoId}/`,
    `https://www.tiktok.com/embed/${videoId}`,
    `https://www.tiktok.com/embed/v2/${videoId}`,
    `https://www.tiktok.com/player/v1/${videoId}`,
    `https://www.tiktok.com/id-ID/@demo/video/${videoId}`,
    `https://www.tiktok.com/%40demo/video/${videoId}`,
    `https://t.tiktok.com/i18n/share/video/${videoId}/?region=ID`,
    `https://m.tiktok.com/share/video/${videoId}`,
    `https://www.tiktokv.us/share/video/${videoId}`,
  ];
  test.each(writings)('%s with its page is the video', (address) => {
    const verdict = judge(pageFromHtml(html, address, rulebook.signals), rulebook, today);
    expect(verdict).toMatchObject({ kind: 'video', basket: 'yes', processor: 'tokopedia' });
  });
  test.each(writings)('%s alone is a link or a video, and unknown', (address) => {
    const verdict = judgeToday(addressPage(address));
    expect(['video', 'share-link']).toContain(verdict.kind);
    expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', drift: [] });
  });
});

describe('a link’s page is the one that it led to', () => {
  const { html } = pageNamed('video-basket');
  const other = '7600000000000000999';
  const withPage = (address: string) => judge(pageFromHtml(html, address, rulebook.signals), rulebook, today);

  test.each([
    'https://vt.tiktok.com/ZSabcdef/',
    'https://vm.tiktok.com/ZMabcdef/',
    'https://www.tiktok.com/t/ZTabcdef/',
  ])('%s names no video: its page does', (address) => {
    expect(withPage(address)).toMatchObject({
      kind: 'video',
      basket: 'yes',
      processor: 'tokopedia',
      unread: [],
    });
    expect(judgeToday(addressPage(address))).toMatchObject({ kind: 'share-link', basket: 'unknown' });
  });

  test.each([
    `https://tiktok.com/@demo/video/${other}`,
    `https://m.tiktok.com/v/${other}.html`,
    `https://t.tiktok.com/i18n/share/video/${other}/`,
    `https://www.tiktokv.com/share/video/${other}/`,
    `https://www.tiktok.com/share/video/${other}`,
  ])(
    '%s only leads on: the page that came is judged, and it is said that the link names another',
    (address) => {
      expect(withPage(address)).toMatchObject({
        basket: 'yes',
        processor: 'tokopedia',
        unread: [{ what: 'link', why: 'another-item' }],
      });
    },
  );

  test.each([
    `https://www.tiktok.com/@demo/video/${other}`,
    `https://www.tiktok.com/id-ID/@demo/photo/${other}`,
    `https://www.tiktok.com/embed/v2/${other}`,
    `https://www.tiktok.com/player/v1/${other}`,
    `https://www.tiktok.com/v/${other}.html`,
  ])('%s is a page’s own address: state about another video decides nothing', (address) => {
    expect(withPage(address)).toMatchObject({
      basket: 'unknown',
      processor: 'unknown',
      unread: [{ what: 'item', why: 'other-item' }],
    });
  });
});

test('a page that never came is no step of a purchase', () => {
  for (const status of [403, 404, 500])
    expect(
      stepOf(judgeToday(addressPage('https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001', status))),
    ).toBeNull();
});
