import type { AddressFinding } from '../address/find-surface';
import type { Reading } from '../page/page';
import type { Rulebook } from '../rulebook/rulebook';
import { routeKind } from './route-kind';
import type { Evidence, Finding, Unread } from './verdict';

/** Judges a genuine host's page by its address, with the page's own route and region beside it. */
export function judgeAddress(
  { rule, trusted }: AddressFinding,
  url: URL,
  reading: Reading,
  rulebook: Rulebook,
): Finding {
  const nothing = { basket: 'unknown', processor: 'unknown', evidence: [], drift: [] } as const;
  if (!trusted) return { ...nothing, unread: [{ what: 'address', why: 'not-secure' }] };
  if (rule === null) return { ...nothing, unread: [{ what: 'address', why: 'not-listed' }] };

  const texts = textEvidence(reading, rule.processor === 'tiktok-shop');
  const unread: Unread[] = rule.why === undefined ? [] : [{ what: 'basket', why: rule.why }];
  if (routeKind(rule, reading, rulebook) !== null) {
    // The host is Tokopedia's; that this is a step of buying is the page's own word, seen in no capture yet.
    const host: Evidence = {
      signal: rule.id,
      weight: 'deciding',
      where: 'address',
      value: shortAddress(url),
    };
    return { basket: 'yes', processor: 'tokopedia', evidence: [host, ...texts], unread, drift: [] };
  }
  if (rule.basket === 'unknown' || rule.basket === 'state') return { ...nothing, evidence: texts, unread };

  const processor = rule.processor === 'state' ? 'unknown' : rule.processor;
  const isContradicted = texts.some(({ weight }) => weight === 'against');
  return {
    basket: rule.basket,
    processor: isContradicted ? 'conflicting' : processor,
    evidence: [{ signal: rule.id, weight: 'deciding', where: 'address', value: shortAddress(url) }, ...texts],
    unread,
    drift: [],
  };
}

/** The page's region never decides (it may be the viewer's); Indonesia on a page of other regions speaks against. */
function textEvidence(reading: Reading, isOtherRegion: boolean): Evidence[] {
  return reading.texts.flatMap(({ signal, values }) =>
    values.map((value): Evidence => {
      const isAgainst = isOtherRegion && signal === 'shop-region' && value.toUpperCase() === 'ID';
      return { signal, weight: isAgainst ? 'against' : 'supporting', where: 'page state', value };
    }),
  );
}

const longestHost = 80;

/** A host as it is shown. Of one that is too long the end stays: it says whose it is. */
export const shownHost = (hostname: string): string =>
  hostname.length > longestHost ? `…${hostname.slice(1 - longestHost)}` : hostname;

/** Host and first part of the path: enough to see the rule, too little to name a product or a person. */
export function shortAddress(url: URL): string {
  const [, first = '', ...rest] = url.pathname.split('/');
  const isHandle = first.startsWith('@');
  const isLong = rest.some((part) => part !== '') || isHandle;
  return `${shownHost(url.hostname)}/${isHandle ? '@' : first.slice(0, 40)}${isLong ? '/…' : ''}`.replace(
    '/@/…',
    '/@…',
  );
}
