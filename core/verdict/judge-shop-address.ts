import { findSurface } from '../address/find-surface';
import type { Rulebook } from '../rulebook/rulebook';
import { shortAddress } from './judge-address';
import type { Processor } from './verdict';

/** Whose shop an address inside a page opens: genuine product pages only, else `unknown`. `shown` is short. */
export function judgeShopAddress(value: string, rulebook: Rulebook): { processor: Processor; shown: string } {
  const url = URL.canParse(value) ? new URL(value) : null;
  const finding = url ? findSurface(url, rulebook.hosts) : null;
  const rule = finding?.trusted && url?.username === '' ? finding.rule : null;
  const isProduct = rule?.kind === 'product' && rule.basket === 'yes';
  return {
    processor: isProduct ? (rule.processor as Processor) : 'unknown',
    shown: (url ? shortAddress(url) : 'not an address').slice(0, 80),
  };
}
