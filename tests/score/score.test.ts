import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { mutationsOf, type ScoredPage } from '../../core/score/mutations';
import { scoreRules } from '../../core/score/score';
import { judge } from '../../core/verdict/judge';
import { demoPages, pageNamed } from '../../demo/shop/demo-pages';

const judgePage = ({ address, html }: ScoredPage) =>
  judge(pageFromHtml(html, address, builtInRulebook.signals), builtInRulebook, '2026-11-23');

describe('the score of the rules', () => {
  test('finds no wrong answer on the demo pages, however they are changed', () => {
    const { kinds, misses } = scoreRules(demoPages, builtInRulebook, judgePage);
    expect(misses).toEqual([]);
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'lost key',
        'renamed class',
        'other locale',
        'spoofed host in the page',
        'spoofed address',
      ]),
    );
    for (const { all } of kinds) expect(all).toBeGreaterThan(0);
  });

  test('changes what it says it changes: without the shop’s address it is unknown whose the basket is', () => {
    const basket = pageNamed('video-basket');
    const lost = mutationsOf(basket, builtInRulebook, []).find(
      ({ kind, what }) => kind === 'lost key' && what === 'seo_url',
    );
    expect(basket.html).toContain('seo_url');
    expect(lost?.page.html).not.toContain('seo_url');
    expect(lost && judgePage(lost.page)).toMatchObject({ basket: 'yes', processor: 'unknown' });
  });

  test('counts a judge that says "no" of what it cannot read, and one that takes any host for genuine', () => {
    const hasty = (page: ScoredPage) => {
      const verdict = judgePage(page);
      return verdict.basket === 'unknown' ? { ...verdict, basket: 'no' as const } : verdict;
    };
    const { misses } = scoreRules([pageNamed('video-basket')], builtInRulebook, hasty);
    expect(misses.map(({ kind }) => kind)).toContain('lost key');
    const credulous = (page: ScoredPage) => ({ ...judgePage(page), basket: 'yes' as const });
    const spoofed = scoreRules([pageNamed('video-basket')], builtInRulebook, credulous).misses;
    expect(spoofed.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['spoofed host in the page', 'spoofed address']),
    );
  });
});
