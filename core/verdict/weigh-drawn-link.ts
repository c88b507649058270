import type { Rulebook } from '../rulebook/rulebook';
import { judgeShopAddress } from './judge-shop-address';
import type { Evidence, Finding } from './verdict';

/**
 * Holds the basket link that the page for phones draws against what the item's data say.
 * The link never makes a "yes" by itself; it takes a "no" back, and it contradicts another shop.
 */
export function weighDrawnLink(finding: Finding, link: string, rulebook: Rulebook): Finding {
  const { processor, shown } = judgeShopAddress(link, rulebook);
  if (processor === 'unknown') return finding;
  const contradicts =
    finding.basket === 'no' ||
    // A basket that names no shop speaks against none.
    (finding.basket === 'yes' && finding.processor !== 'unknown' && finding.processor !== processor);
  const evidence: Evidence[] = [
    ...finding.evidence,
    {
      signal: 'drawn-shop-link',
      weight: contradicts ? 'against' : 'supporting',
      where: 'page element',
      value: shown,
    },
  ];
  if (!contradicts) return { ...finding, evidence };
  if (finding.basket === 'yes') return { ...finding, processor: 'conflicting', evidence };
  return {
    basket: 'unknown',
    processor: 'unknown',
    evidence,
    unread: [...finding.unread, { what: 'basket', why: 'new-shape' }],
    drift: [
      ...finding.drift,
      { rule: 'drawn-shop-link', found: 'a shop link beside an item without anchor' },
    ],
  };
}
