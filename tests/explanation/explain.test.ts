import { describe, expect, test } from 'vitest';
import { explain } from '../../core/explanation/explain';
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

describe('a verdict in words', () => {
  test.each([
    ['tokopedia', judgeToday(basketPage)],
    ['own-shop', judgeToday(basketPage, '2022-05-01')],
    ['closed', judgeToday(basketPage, '2023-11-01')],
    ['transition', judgeToday(basketPage, '2024-02-21')],
    ['other-region', judgeToday(addressPage('https://shop.tiktok.com/us/pdp/1730000000000000001'))],
    ['none', judgeToday(videoPageOf(videoItem(videoId, 'contoh')))],
    ['native', judgeToday(addressPage('https://www.tokopedia.com/cart'))],
    ['seller', judgeToday(addressPage('https://seller-id.tokopedia.com/'))],
    ['elsewhere', judgeToday(addressPage('https://example.org/'))],
    ['lookalike', judgeToday(addressPage('https://tokopedia.example.net/'))],
    ['stale', judgeToday(videoPageOf(videoItem('7600000000000000999', 'contoh')))],
    ['unknown', judgeToday(videoPageWith('{'))],
    ['unknown', judgeToday(addressPage(videoAddress))],
    ['unknown', judgeToday(addressPage('nonsense'))],
    ['drift', judgeToday({ ...basketPage, states: {} })],
  ])('has the state %s', (state, verdict) => {
    for (const language of ['id', 'en'] as const) {
      const told = explain(verdict, builtInRulebook, language);
      expect(told.state).toBe(state);
      expect(told.answer).toMatch(/\.$/);
      expect(told.badge.length).toBeLessThanOrEqual(4);
    }
  });

  test('names the rule of its day, with the wording and its single source', () => {
    const rule = inEnglish(judgeToday(basketPage)).rule;
    expect(rule?.line).toBe('Trade Minister Regulation 19/2026, Article 25(3)');
    expect(rule?.quote).toContain('dilarang memfasilitasi transaksi pembayaran');
    expect(rule?.notes.join(' ')).toContain('one stored copy');
    expect(rule?.source?.address).toContain('peraturan.bpk.go.id');
    expect(inEnglish(judgeToday(basketPage, '2026-06-07')).rule?.notes[0]).toContain(
      'revoked since 8 June 2026',
    );
  });

  test('never shows a date that is not confirmed', () => {
    const told = explain(judgeToday(basketPage, '2020-12-01'), builtInRulebook, 'en');
    expect(JSON.stringify(told)).not.toContain('19 November 2020');
  });

  test('links every word of others to where it can be checked', () => {
    const { who } = inEnglish(judgeToday(basketPage));
    expect(who?.lines.join(' ')).toContain('75.01');
    expect(who?.sources.length).toBeGreaterThan(3);
    for (const source of who?.sources ?? []) expect(source.address).toMatch(/^https?:/);
  });

  test('says that the rules are old after 120 days, not before', () => {
    expect(inEnglish(judgeToday(basketPage, '2027-03-23')).rulesOld).toBeNull();
    expect(inEnglish(judgeToday(basketPage, '2027-03-24')).rulesOld).toContain('121 days');
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
      for (const line of inEnglish(verdict).unread) expect(line).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('tells a buyer’s rights with their articles, and whom to ask, of the day of the verdict', () => {
    const today = inEnglish(judgeToday(basketPage)).rights;
    expect(today?.rights.map(({ article }) => article)).toEqual([
      'Government Regulation 80/2019, Article 69',
      'Government Regulation 80/2019, Article 71',
      'Trade Minister Regulation 19/2026, Article 12',
      'Trade Minister Regulation 19/2026, Article 13',
    ]);
    expect(today?.help[0]?.contacts.map(({ text }) => text)).toContain('WhatsApp 0853-1111-1010');
    expect(today?.help[0]?.checked).toContain('4 October 2026');
    const before = inEnglish(judgeToday(basketPage, '2026-06-07')).rights;
    expect(before?.rights.some(({ article }) => article.includes('19/2026'))).toBe(false);
    expect(inEnglish(judgeToday(addressPage('https://example.org/'))).rights).toBeNull();
  });

  test('names a dispute only from the day it was voiced', () => {
    expect(inEnglish(judgeToday(basketPage, '2024-03-11')).rule?.dispute).toBeNull();
    expect(inEnglish(judgeToday(basketPage, '2024-03-12')).rule?.dispute?.text).toContain('12 March 2024');
  });
});
