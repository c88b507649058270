import { readUrl } from './read-url';

/**
 * Scheme, host and path of an address: no query, no fragment, no user name.
 * Addresses that are not pages of the web (files, extensions, data) keep their scheme only.
 */
export function cleanAddress(address: string): string {
  const url = readUrl(address);
  if (url === null) return '';
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb ? `${url.protocol}//${url.host}${url.pathname}` : url.protocol;
}
