import { getDomain } from 'tldts-icann';
import { isUnder } from '../address/is-under';
import { ownedHost } from '../address/owned-host';
import { readUrl } from '../address/read-url';
import type { HostRules } from '../rulebook/rulebook';
import type { Contact } from './flow-state';

/**
 * How a contacted host is written down: whole where it is on the list of genuine hosts, else its registrable
 * domain only. Null for what has no name, such as a bare IP address, which is never recorded.
 */
export function recordedHost(hostname: string, rules: HostRules): Pick<Contact, 'host' | 'party'> | null {
  // Only as the platform writes a host: anything else was made up by a page.
  if (readUrl(`https://${hostname}/`)?.hostname !== hostname) return null;
  const isListed = rules.hosts.some(({ host }) => host === hostname);
  const owned = ownedHost(hostname, rules);
  const host = isListed ? hostname : (owned?.domain ?? getDomain(hostname, { validateHostname: true }));
  if (host === null) return null;
  const owner = owned?.owner ?? rules.domains.find(({ domain }) => isUnder(host, domain))?.owner;
  // ByteDance is the company behind TikTok, and serves its pages.
  return { host, party: owner === 'bytedance' ? 'tiktok' : (owner ?? 'other') };
}

/** A page's host where it is on the list of genuine hosts, else "other": other pages are nobody's business. */
export const recordedPageHost = (hostname: string, rules: HostRules): string =>
  rules.hosts.some(({ host }) => host === hostname) ? hostname : 'other';
