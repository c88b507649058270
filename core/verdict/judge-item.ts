import type { ItemReading, ItemWhere, Reading, SignalReading } from '../page/page';
import { anotherThanLinked } from '../page/read-item';
import type { Rulebook } from '../rulebook/rulebook';
import { judgeShopAddress } from './judge-shop-address';
import { shownValue } from './shown-value';
import type { Drift, Evidence, Finding, Processor, Unread } from './verdict';
import { weighDrawnLink } from './weigh-drawn-link';

const unknown = { basket: 'unknown', processor: 'unknown' } as const;

/**
 * Judges a video or photo post by the data of the very item its address names.
 *
 * @param isLink its address is one that is handed on, such as a player's: what its page must hold was never seen
 */
export function judgeItem(reading: Reading, rulebook: Rulebook, isLink: boolean): Finding {
  const finding = ofLink(judgeItemData(reading, rulebook, isLink), reading.item);
  return reading.drawnLink === null ? finding : weighDrawnLink(finding, reading.drawnLink, rulebook);
}

const addressSignal = 'shop-anchor-address';

/** The answer is about the page that a link led to; where the link names another item, that one was not read. */
const ofLink = (finding: Finding, { signals }: ItemReading): Finding =>
  valuesOf(signals, anotherThanLinked).length === 0
    ? finding
    : { ...finding, unread: [...finding.unread, { what: 'link', why: 'another-item' }] };

function judgeItemData(reading: Reading, rulebook: Rulebook, isLink: boolean): Finding {
  const { item } = reading;
  if (item.outcome !== 'read') return judgeUnreadItem(reading, rulebook, isLink);

  const addresses = valuesOf(item.signals, addressSignal).map((value) => judgeShopAddress(value, rulebook));
  const supporting = supportingEvidence(item);
  const evidence = [...addresses.map((address) => anchorEvidence(address, item.where)), ...supporting];
  const drift = shapeDrift(reading, rulebook);
  if (withoutAddress(item, rulebook) && addresses.every(({ processor }) => processor !== 'unknown')) {
    // A basket all the same; where it leads is not known, nor where the shape goes from here.
    const unread: Unread[] = [{ what: 'processor', why: 'no-address' }];
    return { basket: 'yes', processor: 'unknown', evidence, unread, drift };
  }
  if (drift.some(({ rule }) => rule === addressSignal)) {
    // One basket read and another unread: what was not read might speak differently.
    return { ...unknown, evidence, unread: [{ what: 'shop-anchor', why: 'new-shape' }], drift };
  }
  if (addresses.length > 0) {
    const strange = addresses.filter(({ processor }) => processor === 'unknown');
    const newPaths = strange.filter(({ isGenuine }) => isGenuine);
    const unread: Unread[] = [
      ...(strange.length > newPaths.length
        ? [{ what: 'shop-anchor', why: 'address-not-genuine' } as const]
        : []),
      ...(newPaths.length > 0 ? [{ what: 'shop-anchor', why: 'new-path' } as const] : []),
    ];
    return {
      ...decide(addresses.map(({ processor }) => processor)),
      evidence,
      unread,
      drift: dedupe([
        ...drift,
        ...newPaths.map(({ shown }): Drift => ({ rule: addressSignal, found: shown })),
      ]),
    };
  }
  const announced = announcedShop(item, rulebook);
  if (drift.length === 0 && announced.length > 0) {
    const unread: Unread[] = [{ what: 'shop-anchor', why: 'announced-but-absent' }];
    return { ...unknown, evidence: [...announced, ...supporting], unread, drift };
  }
  const unfit = [...drift, ...unplacedShop(item.signals)];
  if (unfit.length > 0) {
    const unread: Unread[] = [{ what: 'basket', why: 'new-shape' }];
    return { ...unknown, evidence: supporting, unread, drift: unfit };
  }
  return { basket: 'no', processor: 'none', evidence: [noAnchor(item)], unread: [], drift: [] };
}

const anchorEvidence = (
  { processor, shown }: ReturnType<typeof judgeShopAddress>,
  where: ItemWhere,
): Evidence => ({
  signal: addressSignal,
  weight: processor === 'unknown' ? 'against' : 'deciding',
  where,
  value: shown,
});

/** Several baskets in one item must agree; an address of nobody genuine never makes a "yes". */
function decide(processors: readonly Processor[]): Pick<Finding, 'basket' | 'processor'> {
  const [first = 'unknown', ...others] = [...new Set(processors)];
  if (others.length === 0) return { basket: first === 'unknown' ? 'unknown' : 'yes', processor: first };
  const basket = processors.includes('unknown') ? 'conflicting' : 'yes';
  return { basket, processor: 'conflicting' };
}

/** What speaks of a new shape: broken paths, anchors of unknown types, shop fields in unknown places. */
function shapeDrift({ item }: Reading, { signals }: Rulebook): Drift[] {
  const known = new Set([
    ...signals.anchorTypes.wrapper,
    ...signals.anchorTypes.shop,
    ...signals.anchorTypes.other,
  ]);
  const broken = item.signals.flatMap(({ signal, breaks }) =>
    breaks
      // A field that is simply not there at the start of a path is how an ordinary video looks.
      .filter(({ step, why }) => !(step === 0 && why === 'absent'))
      .map(({ step, why }): Drift => ({ rule: signal, found: `${why} at step ${step}` })),
  );
  const strangers = ['anchor-type', 'inner-anchor-type', 'announced-anchor-type']
    .flatMap((signal) => valuesOf(item.signals, signal).map((type) => ({ signal, type })))
    .filter(({ type }) => !known.has(type))
    .map(({ signal, type }): Drift => ({ rule: signal, found: `type ${shownValue(type, 20)}` }));
  const missing = item.missing.map((name): Drift => ({ rule: 'item-fields', found: `no ${name}` }));
  const hasAnchor = valuesOf(item.signals, addressSignal).length > 0;
  const misplaced = hasAnchor
    ? []
    : item.shopKeys.map((key): Drift => ({ rule: 'shop-anchor', found: `${key} elsewhere` }));
  return dedupe([...broken, ...strangers, ...missing, ...misplaced]);
}

/** Whether a basket of the known shape has no address, and nothing else about it could not be read. */
function withoutAddress({ signals }: ItemReading, rulebook: Rulebook): boolean {
  const read = signals.filter(({ signal }) => signal === addressSignal);
  // Rules may know several paths to it; an item is read by each of them, in their order.
  const paths = rulebook.signals.itemSignals.filter(({ id }) => id === addressSignal);
  const areLast = read.flatMap(({ breaks }, at) =>
    breaks
      .filter(({ step }) => step > 0)
      .map(({ step, why }) => why === 'absent' && step + 1 === paths[at % paths.length]?.at.length),
  );
  return valuesOf(signals, 'shop-anchor').length > 0 && areLast.length > 0 && !areLast.includes(false);
}

const dedupe = (drift: readonly Drift[]): Drift[] => [
  ...new Map(drift.map((entry) => [`${entry.rule} ${entry.found}`, entry])).values(),
];

/** Signs that a basket was meant to be here although no anchor is. */
function announcedShop({ signals, where }: ItemReading, rulebook: Rulebook): Evidence[] {
  const { shop, wrapper } = rulebook.signals.anchorTypes;
  return ['announced-anchor-type', 'inner-anchor-type', 'anchor-type'].flatMap((signal) =>
    valuesOf(signals, signal)
      .filter((type) => shop.includes(type) || (signal === 'announced-anchor-type' && wrapper.includes(type)))
      .map((value): Evidence => ({ signal, weight: 'supporting', where, value })),
  );
}

/** A video marked as a shop video must hold or announce a basket: else it keeps it where we do not look. */
function unplacedShop(signals: readonly SignalReading[]): Drift[] {
  const isMarked = valuesOf(signals, 'commerce-video').some((value) => value !== '0' && value !== 'false');
  return isMarked ? [{ rule: 'commerce-video', found: 'no shop anchor beside it' }] : [];
}

/** Facts that go with a basket and decide nothing by themselves. */
function supportingEvidence({ signals, where }: ItemReading): Evidence[] {
  return ['shop-anchor', 'shop-anchor-currency', 'commerce-video'].flatMap((signal) =>
    [...new Set(valuesOf(signals, signal))].map(
      (value): Evidence => ({ signal, weight: 'supporting', where, value: shownValue(value, 40) }),
    ),
  );
}

function noAnchor({ signals, where }: ItemReading): Evidence {
  const types = [...new Set(valuesOf(signals, 'anchor-type'))];
  const value = types.length === 0 ? 'no anchor' : `anchor ${types.join(', ')}`;
  return { signal: 'no-shop-anchor', weight: 'deciding', where, value };
}

const valuesOf = (signals: readonly SignalReading[], id: string): string[] =>
  signals.filter(({ signal }) => signal === id).flatMap(({ values }) => [...values]);

/** Item state that was not read: unknown, in words; drift where a page of this kind must have held it. */
function judgeUnreadItem({ wasRead, item }: Reading, { signals }: Rulebook, isLink: boolean): Finding {
  const { outcome } = item;
  if (!wasRead) {
    const unread: Unread = isLink
      ? { what: 'basket', why: 'video-link' }
      : { what: 'item', why: 'page-not-read' };
    return { ...unknown, evidence: [], unread: [unread], drift: [] };
  }
  const [status] = valuesOf(item.signals, 'video-status');
  const told = status !== undefined && Object.hasOwn(signals.videoStatuses, status);
  const evidence: Evidence[] =
    status === undefined
      ? []
      : [{ signal: 'video-status', weight: 'supporting', where: item.where, value: shownValue(status, 10) }];
  const isDrift = (outcome === 'state-absent' && !isLink) || outcome === 'new-shape';
  return {
    ...unknown,
    evidence,
    unread: [{ what: 'item', why: told ? `unavailable-${signals.videoStatuses[status]}` : outcome }],
    drift: isDrift ? [{ rule: 'video-item', found: outcome }] : [],
  };
}
