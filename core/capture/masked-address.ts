import { withoutZeros } from '../address/masked-parts';
import { readUrl } from '../address/read-url';
import { stripAddress } from '../flow/strip-address';
import type { HostRules } from '../rulebook/rulebook';

/**
 * The address of a page as a capture says it of everybody: without names, numbers, query and fragment, and such that
 * nobody takes it for a page that can be opened: `https://www.tiktok.com/@_/video/_`. '' for what is no address of the web.
 */
export function maskedAddress(address: string, hosts: HostRules): string {
  const [plain = ''] = stripAddress(address, hosts).split('?');
  return withoutZeros(plain);
}

/** Kinds of pages that are one person's: their addresses may hold the number of an order. */
const ownPages: readonly string[] = ['cart', 'checkout', 'order', 'seller', 'check'];

/**
 * The public address of a page, for whoever chooses to name it: host and path, never query or fragment.
 * @returns null where the page is one person's own, or its address is none of the web
 */
export function publicAddress(address: string, kind: string): string | null {
  const url = readUrl(address);
  if (url === null || !/^https?:$/.test(url.protocol) || `${url.username}${url.password}` !== '') return null;
  return ownPages.includes(kind) ? null : `${url.origin}${url.pathname}`;
}
