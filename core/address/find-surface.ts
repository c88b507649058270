import type { HostPage, HostRules, PageRule } from '../rulebook/rulebook';
import { isUnder } from './is-under';

export type Surface = 'tiktok' | 'tiktok-shop' | 'shop-tokopedia' | 'tokopedia' | 'seller' | 'elsewhere';
export type Kind = PageRule['kind'];

/** What an address alone says: whose page it is and which rule speaks for it. */
export interface AddressFinding {
  readonly surface: Surface;
  readonly kind: Kind;
  /** The rule of rulebook/hosts.json for this address; null when the rulebook has none. */
  readonly rule: PageRule | null;
  /** The company that owns the host's domain, also where the host itself is on no list. */
  readonly owner: string | null;
  /** The address only leads on to another page, and is never a page's own. */
  readonly forwards: boolean;
  /** The genuine host's rules only count for an encrypted page on the usual port. */
  readonly trusted: boolean;
}

const elsewhere: AddressFinding = {
  surface: 'elsewhere',
  kind: 'other',
  rule: null,
  owner: null,
  forwards: false,
  trusted: false,
};

/** Finds whose page an address is. Hosts are compared whole (`===`), never by substring. */
export function findSurface(url: URL, rules: HostRules): AddressFinding {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return elsewhere;
  // A last dot makes it the same machine, but no name that is on the list: theirs, and not known.
  const name = url.hostname.replace(/\.$/, '');
  const owner = rules.domains.find(({ domain }) => isUnder(name, domain))?.owner ?? null;
  if (owner === null) return elsewhere;
  const trusted = url.protocol === 'https:' && url.port === '';

  const host = rules.hosts.find((candidate) => candidate.host === url.hostname);
  if (host) {
    const rule = pagesOf(url.hostname, rules).find((page) => matches(url, page)) ?? null;
    const forwards = host.forwards !== undefined && new RegExp(host.forwards).test(url.pathname);
    const surface = rule?.surface ?? host.surface;
    return { surface, kind: rule?.kind ?? 'other', rule, owner, forwards, trusted };
  }
  const family = rules.families.find((candidate) => new RegExp(candidate.host).test(url.hostname));
  if (family)
    return { surface: family.surface, kind: family.kind, rule: family, owner, forwards: false, trusted };
  return {
    surface: owner === 'tokopedia' ? 'tokopedia' : 'tiktok',
    kind: 'other',
    rule: null,
    owner,
    forwards: false,
    trusted,
  };
}

/** The surfaces that pages of an address's host may be: which one it is, a masked path no longer tells. */
export function surfacesAt(url: URL, rules: HostRules): readonly Surface[] {
  const { surface } = findSurface(url, rules);
  const host = rules.hosts.find((candidate) => candidate.host === url.hostname);
  if (host === undefined || surface === 'elsewhere') return [surface];
  return [host.surface, ...pagesOf(url.hostname, rules).map((page) => page.surface ?? host.surface)];
}

/** Whether a rule's page is known by an address that is handed on, and not by the page's own. */
export const isLinkOnly = ({ rule }: AddressFinding, url: URL): boolean =>
  rule?.links !== undefined && new RegExp(rule.links).test(url.pathname);

/** The rules of a listed host's pages: its own, or those of the host whose pages it serves too. */
export function pagesOf(hostname: string, { hosts }: HostRules): readonly HostPage[] {
  const listed = hosts.find(({ host }) => host === hostname);
  const whose = listed?.as === undefined ? listed : hosts.find(({ host }) => host === listed.as);
  return whose?.pages ?? [];
}

const matches = (url: URL, page: HostPage): boolean =>
  new RegExp(page.path).test(url.pathname) &&
  Object.entries(page.query ?? {}).every(
    ([name, value]) => url.searchParams.get(name)?.toUpperCase() === value,
  );
