import browser from 'webextension-polyfill';
import { readUrl } from '../../core/address/read-url';

/** Whether the manifest lets us read pages at this address. */
export function isOurs(address: string): boolean {
  const url = readUrl(address);
  if (url === null) return false;
  const permitted = browser.runtime.getManifest().host_permissions ?? [];
  return url.protocol === 'https:' && permitted.includes(`https://${url.host}/*`);
}
