import { describe, expect, test } from 'vitest';
import { explain } from '../../core/explanation/explain';
import type { Sentence } from '../../core/explanation/sentence';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { Verdict } from '../../core/verdict/verdict';
import { basketItem, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import {
  addressPage,
  judgeToday,
  videoAddress,
  videoId,
  videoPageOf,
  videoPageWith,
} from '../builders/pages';

const basketPage = videoPageOf(basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]));
const inEnglish = (verdict: Verdict) => explain(verdict, builtInRulebook, 'en');
const textsOf = (sentences: readonly Sentence[] = []) => sentences.map(({ text }) => text).join(' ');

describe('a verdict in words', () => {
  test.each([
    ['tokopedia', judgeToday(basketPage)],
    ['not-yet', judgeToday(basketPage, '2021-04-16')],
    ['own-shop', judgeToday(basketPage, '2022-05-01')],
    ['closed', judgeToday(basketPage, '2023-11-01')],
    ['transition', judgeToday(basketPage, '2024-02-21')],
    ['other-region', judgeToday(addressPage('https://shop.tiktok.com/us/pdp/1730000000000000001'))],
    ['none', judgeToday(videoPageOf(videoItem(videoId, 'contoh')))],
    ['native', judgeToday(addressPage('https://www.tokopedia.com/cart'))],
    ['seller', judgeToday(addressPage('https://seller-my.tiktok.com/x'))],
    ['elsewhere', judgeToday(addressPage('https://example.org/'))],
    ['lookalike', judgeToday(addressPage('https://tokopedia.example/'))],
    ['stale', judgeToday(videoPageOf(videoItem('7600000000000000999', 'contoh')))],
    ['unknown', judgeToday(videoPageWith('{'))],
    ['unknown', judgeToday(addressPage(videoAddress))],
    ['unknown', judgeToday(addressPage('nonsense'))],
    ['drift', judgeToday({ ...basketPage, states: {} })],
  ])('has the state %s', (state, verdict) => {
    for (const language of ['id', 'en'] as const) {
      const told = explain(verdict, builtInRulebook, language);
      expect(told.state).toBe(state);
      expect(told.answer.text).toMatch(/\.$/);
    }
  });

  test.each([
    ['no-answer', 'Halamannya sedang tidak menjawab'],
    ['not-yet', 'Halamannya belum tampil'],
    ['too-little', 'Kami tidak tahu apakah halamannya sendiri datang'],
    ['unsure', 'Kami tidak tahu apakah halamannya sendiri datang'],
    ['error-status', 'Halamannya sendiri tidak datang'],
    ['login-wall', 'Halamannya sendiri tidak datang'],
  ] as const)('says that no page came only where that is known: %s', (why, says) => {
    const unread = [{ what: 'page', why }] as const;
    const verdict = { ...judgeToday(basketPage), processor: 'unknown', basket: 'unknown', unread } as const;
    expect(explain(verdict, builtInRulebook, 'id').answer.text).toContain(says);
  });

  test('names the rule of its day, with its wording, its predecessor and its single source', () => {
    const rule = inEnglish(judgeToday(basketPage)).rule;
    expect(rule?.line.text).toBe('Trade Minister Regulation 19/2026, Article 25(3)');
    expect(rule?.line.facts).toEqual(['provisions/permendag-19-2026-25(3)']);
    expect(rule?.quote).toContain('dilarang memfasilitasi transaksi pembayaran');
    const notes = textsOf(rule?.notes);
    expect(notes).toContain('one copy only');
    expect(notes).toContain(
      'The rule before had the same words: Trade Minister Regulation 31/2023, Article 21(3).',
    );
    expect(rule?.sources[0]?.address).toContain('peraturan.bpk.go.id');
  });

  test('names a rule since revoked as the rule of its day, and where its words stand now', () => {
    const notes = textsOf(inEnglish(judgeToday(basketPage, '2026-06-07')).rule?.notes);
    expect(notes).toContain('revoked on 8 June 2026 by Trade Minister Regulation 19/2026');
    expect(notes).toContain(
      'Since 8 June 2026 the same words stand in Trade Minister Regulation 19/2026, Article 25(3).',
    );
    expect(notes).toContain('one copy only');
  });

  test('never shows a date that is not confirmed', () => {
    const told = explain(judgeToday(basketPage, '2020-12-01'), builtInRulebook, 'en');
    expect(JSON.stringify(told)).not.toMatch(/(19|13) (November|May) 2020/);
  });

  test('lets the ministry, the company and the owners speak, each with a place to check it', () => {
    const { who } = inEnglish(judgeToday(basketPage));
    expect(who?.sayings.map(({ fact }) => fact)).toEqual([
      'statements/ministry-2025-05-26',
      'statements/ministry-2024-04-02',
      'statements/company-2024-04-03',
      expect.stringMatching(/^ownership\//),
    ]);
    expect(textsOf(who?.sayings.flatMap(({ sentences }) => sentences))).toContain('75.01');
    for (const { sources } of who?.sayings ?? [])
      expect(sources.some(({ address }) => address?.startsWith('http'))).toBe(true);
    expect(who?.ruling?.text).toContain('audit');
  });

  test('names the weakness of what rests on one source', () => {
    const [ministry, , company] = inEnglish(judgeToday(basketPage)).who?.sayings ?? [];
    expect(textsOf(ministry?.notes)).toContain('Medium certainty');
    expect(textsOf(company?.notes)).not.toContain('certainty');
  });

  test('in the time of the move, lets both sides speak', () => {
    const { who } = inEnglish(judgeToday(basketPage, '2024-02-27'));
    const stances = who?.sayings.map(
      ({ fact }) => builtInRulebook.statements.find(({ id }) => fact === `statements/${id}`)?.stance,
    );
    expect(stances).toContain('for');
    expect(stances).toContain('against');
  });

  test('says that the rules are old after 120 days, not before, by the day of reading', () => {
    const { reviewed } = builtInRulebook.about;
    const daysLater = (days: number) =>
      new Date(Date.parse(reviewed) + days * 86_400_000).toISOString().slice(0, 10);
    expect(inEnglish(judgeToday(basketPage, daysLater(120))).rulesOld).toBeNull();
    expect(inEnglish(judgeToday(basketPage, daysLater(121))).rulesOld?.text).toContain('121 days');
    const old = explain(judgeToday(basketPage, '2024-02-21'), builtInRulebook, 'en', daysLater(200));
    expect(old.rulesOld?.text).toContain('200 days');
  });

  test('gives every reason in words, none by its code', () => {
    const verdicts = [
      videoPageWith('{'),
      videoPageWith('{}'),
      addressPage(videoAddress),
      { ...basketPage, states: {} },
    ].map((page) => judgeToday(page));
    for (const verdict of verdicts) {
      expect(verdict.unread.length).toBeGreaterThan(0);
      for (const { text } of inEnglish(verdict).unread) expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('tells a buyer’s rights with their articles, and whom to ask, of the day of the verdict', () => {
    const today = inEnglish(judgeToday(basketPage)).rights;
    expect(today?.rights.map(({ article }) => article.text)).toEqual([
      'Government Regulation 80/2019, Article 69',
      'Government Regulation 80/2019, Article 69(3)',
      'Government Regulation 80/2019, Article 71',
      'Law 8/1999 on Consumer Protection, Article 19(1)',
      'Law 8/1999 on Consumer Protection, Article 18(1)(c)',
      'Trade Minister Regulation 19/2026, Article 12',
      'Trade Minister Regulation 19/2026, Article 13',
      'Trade Minister Regulation 19/2026, Article 61',
      'Government Regulation 80/2019, Article 18(1)',
      'Government Regulation 80/2019, Article 72(3)',
    ]);
    expect(today?.party?.text).toContain('cannot be known from this page');
    expect(today?.checks.map(({ fact }) => fact)).toEqual([
      'checks/payment-page',
      'checks/shop-notice',
      'checks/receipt',
      'checks/bank-statement',
    ]);
    for (const { sources } of today?.checks ?? []) expect(sources.length).toBeGreaterThan(0);
    const [ministry] = today?.help ?? [];
    expect(ministry?.contacts.map(({ text }) => text)).toContain('WhatsApp 0853-1111-1010');
    expect(ministry?.checked.text).toContain('4 October 2026');
    expect(ministry?.sources.length).toBeGreaterThan(0);
    const before = inEnglish(judgeToday(basketPage, '2026-06-07')).rights;
    expect(before?.rights.some(({ article }) => article.text.includes('19/2026'))).toBe(false);
    expect(before?.rights.some(({ article }) => article.text.includes('31/2023'))).toBe(true);
    expect(inEnglish(judgeToday(addressPage('https://example.org/'))).rights).toBeNull();
  });

  test('tells rights and help wherever one may buy, and says only of the basket what was seen of the basket', () => {
    const native = inEnglish(judgeToday(addressPage('https://www.tokopedia.com/cart')));
    const abroad = inEnglish(judgeToday(addressPage('https://shop.tiktok.com/us/pdp/1730000000000000001')));
    for (const { rights } of [native, abroad]) {
      expect(rights?.help.length).toBeGreaterThan(0);
      expect(rights?.rights.length).toBeGreaterThan(0);
      expect(rights?.checks).toEqual([]);
    }
    expect(native.rights?.party).toBeNull();
    expect(abroad.rights?.party?.text).toMatch(
      /^These are Indonesian rules\..* cannot be known from this page\.$/,
    );
    expect(native.owned?.text).toBe('75.01 % owned by TikTok’s side');
    expect(native.who?.sayings.map(({ fact }) => fact)).toEqual([
      'entities/pt-tokopedia-runs-both-shops',
      'ownership/tiktok-nusantara-holds-pt-tokopedia',
    ]);
  });

  test.each([
    ['other-region', addressPage('https://shop.tiktok.com/us/pdp/1730000000000000001'), /payment page/],
    ['a cut state', videoPageWith('{'), /product’s page/],
    ['a host that holds a brand’s name', addressPage('https://tiktokresearchgroup.org/'), /letter by letter/],
    ['a video without a basket', videoPageOf(videoItem(videoId, 'contoh')), /another video/],
    ['a profile', addressPage('https://www.tiktok.com/@contoh'), /address bar/],
    ['a page for sellers', addressPage('https://seller-id.tokopedia.com/'), /as a buyer/],
    ['a page of others', addressPage('https://example.org/'), /letter by letter/],
  ])('says what one can do where the page does not say who handles an order: %s', (_name, page, step) => {
    expect(inEnglish(judgeToday(page)).nextStep).toMatch(step);
  });

  test('keeps help in reach of one who has ordered already, where nothing is bought; not on others’ pages', () => {
    const plain = inEnglish(judgeToday(videoPageOf(videoItem(videoId, 'contoh'))));
    expect(plain.state).toBe('none');
    expect(plain.rights?.help.length).toBeGreaterThan(0);
    expect(inEnglish(judgeToday(addressPage('https://www.tiktok.com/@contoh'))).rights).not.toBeNull();
    expect(inEnglish(judgeToday(addressPage('https://example.org/'))).rights).toBeNull();
  });

  test('says nothing to do where the answer says it already, or there is none to doubt', () => {
    expect(inEnglish(judgeToday(addressPage('https://vt.tiktok.com/ZS0000000/'))).nextStep).toBeNull();
    expect(inEnglish(judgeToday(basketPage)).nextStep).toBeNull();
  });

  test('lets both sides of the dispute speak from the day the question arose, marking who spoke later', () => {
    expect(inEnglish(judgeToday(basketPage, '2023-11-01')).disputed).toBeNull();
    const early = inEnglish(judgeToday(basketPage, '2023-12-21')).disputed;
    expect(early?.for.map(({ fact }) => fact)).toEqual(['statements/ict-institute-2023-12-22']);
    expect(textsOf(early?.for[0]?.notes)).toContain('Said later');
    expect(early?.against.map(({ fact }) => fact)).toEqual([
      'statements/minister-2023-12-21',
      'statements/cooperatives-2023-12-13',
      'statements/ict-institute-2023-12-13',
      'statements/celios-2024-02-13',
    ]);
    const now = inEnglish(judgeToday(basketPage)).disputed;
    expect(now?.for.length).toBeGreaterThan(0);
    expect(now?.against.map(({ fact }) => fact)).toContain('statements/celios-2024-03-12');
    expect(now?.ruling.text).toContain('no ruling');
  });

  test('lets each speaker have one voice, the last one', () => {
    const { against = [] } = inEnglish(judgeToday(basketPage)).disputed ?? {};
    const speakers = against.map(
      ({ fact }) => builtInRulebook.statements.find(({ id }) => fact === `statements/${id}`)?.speaker.en,
    );
    expect(new Set(speakers).size).toBe(speakers.length);
  });

  test('draws no legal conclusion in its own words', () => {
    for (const language of ['id', 'en'] as const) {
      const told = JSON.stringify(explain(judgeToday(basketPage), builtInRulebook, language));
      const ours = told.replace(/"quote":"[^"]*"/g, '');
      expect(ours).not.toMatch(/\b(illegal|unlawful|lawful|melanggar|ilegal|sah secara hukum|violat)/i);
    }
  });
});
