import { getDomain } from 'tldts';
import { isUnder } from '../address/is-under';
import type { HostRules } from '../rulebook/rulebook';
import type { Contact } from './flow-state';

/**
 * How a contacted host is written down: whole where it is on the list of genuine hosts, else its registrable
 * domain only. Null for what has no name, such as a bare IP address, which is never recorded.
 */
export function recordedHost(hostname: string, rules: HostRules): Pick<Contact, 'host' | 'party'> | null {
  const name = hostname.replace(/\.$/, '');
  const owner = rules.domains.find(({ domain }) => isUnder(name, domain))?.owner ?? 'other';
  if (rules.hosts.some(({ host }) => host === hostname)) return { host: hostname, party: owner };
  const domain = getDomain(hostname, { validateHostname: true });
  return domain === null ? null : { host: domain, party: owner };
}

/** A page's host where it is on the list of genuine hosts, else "other": other pages are nobody's business. */
export const recordedPageHost = (hostname: string, rules: HostRules): string =>
  rules.hosts.some(({ host }) => host === hostname) ? hostname : 'other';
