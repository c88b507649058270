import type { HostRules } from '../rulebook/rulebook';
import { isUnder } from './is-under';
import { readUrl } from './read-url';

/**
 * Whether an address may be a copy of a page of ours that somebody else keeps or shows: an archive's page that names a
 * host of ours or none at all, a page of a machine at hand, or any page whose address goes on as that of a host on our
 * list: written out anywhere in it, or as a folder with more below it, as programs lay out what they copy.
 */
export function isStoredCopy(url: URL, rules: HostRules): boolean {
  if (isArchive(url.hostname, rules)) {
    const named = hostsIn(plain(url.pathname + url.search));
    const isTheirs = (host: string): boolean =>
      [...rules.domains, ...rules.owned].some(({ domain }) => isUnder(host, domain));
    return named.length === 0 || named.some(isTheirs);
  }
  if (new RegExp(rules.localHosts).test(url.hostname)) return true;
  const whole = plain(plain(url.pathname + url.search + url.hash)).toLowerCase();
  const inner = [...whole.matchAll(/[/=]([^/=?#&:\s]+)(?=\/[^/?#&])/g)];
  return inner.some(([, named]) => rules.hosts.some(({ host }) => host === named));
}

/** Whether a host keeps or shows copies of other people's pages. */
export const isArchive = (hostname: string, { archives }: HostRules): boolean =>
  archives.some((archive) => isUnder(hostname, archive));

/** The hosts that parts of an archive's address name: "https://www.tiktok.com/…", and also "tiktok.com/@…". */
const hostsIn = (text: string): string[] =>
  text
    .split(/[/?&=:*]/)
    .filter((part) => /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(part) && !/\.(?:html?|php|aspx?)$/i.test(part))
    .flatMap((part) => readUrl(`https://${part}/`)?.hostname ?? []);

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
