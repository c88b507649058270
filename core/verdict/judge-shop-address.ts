import { findSurface } from '../address/find-surface';
import { readUrl } from '../address/read-url';
import type { Rulebook } from '../rulebook/rulebook';
import { shortAddress } from './judge-address';
import type { Processor } from './verdict';

export interface ShopAddress {
  readonly processor: Processor;
  /** Short. */
  readonly shown: string;
  /** Whether the host is genuine: then an address that is no product's has a path that no rule knows. */
  readonly isGenuine: boolean;
}

/** Whose shop an address inside a page opens: genuine product pages only, else `unknown`. */
export function judgeShopAddress(value: string, rulebook: Rulebook): ShopAddress {
  const url = readUrl(value);
  const finding = url ? findSurface(url, rulebook.hosts) : null;
  const hasUser = url !== null && `${url.username}${url.password}` !== '';
  const rule = finding?.trusted && !hasUser ? finding.rule : null;
  const isProduct = rule?.kind === 'product' && rule.basket === 'yes';
  return {
    isGenuine: Boolean(finding?.trusted) && !hasUser,
    processor: isProduct ? (rule.processor as Processor) : 'unknown',
    shown: url ? shortAddress(url) : 'not an address',
  };
}
