import { findLookalike, holdsBrandName } from '../address/find-lookalike';
import { isUnder } from '../address/is-under';
import { type Owner, ownedHost } from '../address/owned-host';
import { isArchive, isStoredCopy } from '../address/stored-copy';
import type { Reading } from '../page/page';
import { itemIdIn } from '../page/read-item';
import type { Rulebook } from '../rulebook/rulebook';
import { shownHost } from './judge-address';
import type { Evidence, Finding, Unread, Verdict } from './verdict';

type Elsewhere = Finding & Pick<Verdict, 'lookalike' | 'owner'>;

/**
 * Judges a page that is none of the listed sites'. Three answers: the companies' own but no place to buy, an imitation,
 * or nobody we know. No basket of TikTok Shop can be on any of them, whatever it shows; where the page only leads to
 * another, copies one, or may be theirs after all, even that is not said.
 */
export function judgeElsewhere(url: URL, reading: Reading, rulebook: Rulebook): Elsewhere {
  const { hosts, lookalike: rules } = rulebook;
  const owned = ownedHost(url.hostname, hosts);
  if (owned !== null) {
    const owner: Owner = { name: owned.owner, role: owned.role };
    const isLink = owner.role === 'share-link' || itemIdIn(url.pathname, rulebook.signals) !== null;
    return {
      ...elsewhere(url, 'owned-host', isLink ? [{ what: 'basket', why: 'short-link' }] : []),
      owner,
    };
  }
  const domains = hosts.domains.map(({ domain }) => domain);
  // Another writing of a page, such as the browser's view of its source, is not the page.
  if (url.protocol === 'view-source:')
    return elsewhere(url, 'host-not-genuine', [
      { what: 'page', why: 'not-as-served' },
      { what: 'file', why: 'view-source' },
    ]);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return elsewhere(
      url,
      'host-not-genuine',
      new RegExp(hosts.browserPages).test(url.href) ? [] : [{ what: 'address', why: 'not-an-address' }],
    );
  // Archives name pages of others in their own hosts' names: "www-example-com" is no imitation there.
  const lookalike = isArchive(url.hostname, hosts) ? null : findLookalike(url.hostname, domains, rules);
  if (lookalike !== null) return { ...elsewhere(url, 'lookalike-host', []), lookalike };
  const holdsOurData = reading.states.includes(rulebook.signals.item.state);
  if (holdsOurData || isStoredCopy(url, hosts))
    return elsewhere(url, 'host-not-genuine', [{ what: 'page', why: 'stored-copy' }]);
  const isTheirs = domains.some((domain) => isUnder(url.hostname, domain));
  const isNamed = !isTheirs && holdsBrandName(url.hostname, rules);
  return elsewhere(url, 'host-not-genuine', isNamed ? [{ what: 'host', why: 'holds-brand' }] : []);
}

function elsewhere(url: URL, signal: string, unread: readonly Unread[]): Elsewhere {
  const value = shownHost(url.hostname) || url.protocol.slice(0, 80);
  const evidence: Evidence = { signal, weight: 'deciding', where: 'address', value };
  return {
    basket: unread.length > 0 ? 'unknown' : 'no',
    processor: 'unknown',
    lookalike: null,
    owner: null,
    evidence: [evidence],
    unread,
    drift: [],
  };
}
