import { cleanAddress } from './clean-address';
import { readUrl } from './read-url';

/** Without fragment, user name and password; what is no address stays as it is. */
function bare(address: string): string {
  const url = readUrl(address);
  if (url === null) return address;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * Whether two spellings are one address. The browser and the page spell it differently: only the browser tells a text
 * fragment (`#:~:text=`) and a user name.
 */
export const sameAddress = (one: string, other: string): boolean => bare(one) === bare(other);

/** Whether two addresses are one page, whose query alone it may rewrite at any time. */
export const samePage = (one: string, other: string): boolean =>
  sameAddress(one, other) || (/^https?:/i.test(one) && cleanAddress(one) === cleanAddress(other));
