import { type FactId, factsOf } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import type { Drift, Evidence, Unread, Verdict } from '../verdict/verdict';

/** The rule by which something was seen on a page: a record of hosts, signals, props, lookalike or phases. */
export function factsOfEvidence({ signal }: Evidence, rulebook: Rulebook): FactId[] {
  if (signal.startsWith('phase-')) return [`phases/${signal.slice('phase-'.length)}`];
  if (signal.startsWith('room-')) return ['props/room'];
  if (signal === 'lookalike-host') return ['lookalike/brands', 'hosts/domains'];
  if (signal === 'owned-host') return ['hosts/owned'];
  if (signal === 'page-status' || signal === 'page-look') return ['looks/stand-ins'];
  if (signal === 'video-status') return ['signals/item'];
  if (signal === 'host-not-genuine') return ['hosts/domains'];
  if (signal === 'no-shop-anchor') return ['signals/item', 'signals/shop-anchor'];
  const known = factsOf(rulebook);
  const rules = [`signals/${signal}`, `hosts/${signal}`] as const;
  return rules.filter((id) => known.has(id));
}

/** The rule by which something was looked for and could not be read. */
export function factsOfUnread({ what, why }: Unread, { hosts, signals }: Rulebook): FactId[] {
  if (what === 'page-state') return signals.pageStates.map(({ id }): FactId => `signals/${id}`);
  if (what === 'address' || what === 'link') return ['hosts/domains'];
  if (what === 'page' && why === 'robot-check') return ['signals/robot-check'];
  if (what === 'host' || why === 'stored-copy') return ['hosts/domains'];
  if (what === 'page' || what === 'file') return ['looks/stand-ins'];
  if (why === 'no-address') return ['signals/shop-anchor-address'];
  if (what === 'processor' || why === 'live-page-does-not-say') return ['props/room'];
  const pages = [...hosts.hosts.flatMap(({ pages }) => pages), ...hosts.families];
  const page = pages.find((rule) => rule.why === why);
  if (page) return [`hosts/${page.id}`];
  return what === 'shop-anchor' ? ['signals/shop-anchor'] : ['signals/item'];
}

/** The rule that a page did not meet. */
export const factsOfDrift = ({ rule }: Drift, rulebook: Rulebook): FactId[] => {
  const id: FactId = `signals/${rule}`;
  return [factsOf(rulebook).has(id) ? id : 'signals/item'];
};

/** What a verdict's answer rests on: what decided, the phase it falls into, or what could not be read. */
export function factsOfAnswer(verdict: Verdict, rulebook: Rulebook): FactId[] {
  const seen = verdict.evidence
    .filter(({ weight }) => weight !== 'supporting')
    .flatMap((entry) => factsOfEvidence(entry, rulebook));
  const missed = verdict.unread.flatMap((entry) => factsOfUnread(entry, rulebook));
  const phase: FactId[] = verdict.phase === null ? [] : [`phases/${verdict.phase}`];
  const all = [
    ...new Set([
      ...seen,
      ...phase,
      ...missed,
      ...verdict.drift.flatMap((drift) => factsOfDrift(drift, rulebook)),
    ]),
  ];
  return all.length > 0 ? all : ['hosts/domains'];
}
