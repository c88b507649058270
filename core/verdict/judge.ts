import { cleanAddress } from '../address/clean-address';
import { type AddressFinding, findSurface, isLinkOnly } from '../address/find-surface';
import { readUrl } from '../address/read-url';
import { type Moment, readMoment } from '../calendar/read-moment';
import type { Page, Reading } from '../page/page';
import { readPage } from '../page/read-page';
import type { Rulebook } from '../rulebook/rulebook';
import { findStandIn, isCheck, unreadFile } from './find-stand-in';
import { heldState } from './held-state';
import { judgeAddress } from './judge-address';
import { judgeElsewhere } from './judge-elsewhere';
import { judgeItem } from './judge-item';
import { judgeRoom } from './judge-room';
import { lawOn } from './law-on';
import { applyPhase } from './phase-at';
import { routeKind } from './route-kind';
import type { Finding, Verdict } from './verdict';

/**
 * Judges one page for one day.
 *
 * @param page what a reader found; its `states` are null when only the address is known
 * @param date a day or an ISO date-time, WIB unless it carries an offset
 * @throws RangeError when `date` is neither; never because of anything a page holds
 */
export const judge = (page: Page, rulebook: Rulebook, date: string): Verdict =>
  judgeReading(readPage(page, rulebook), rulebook, date);

/** `judge` for signals that were read elsewhere (in the page, or years ago). */
export function judgeReading(reading: Reading, rulebook: Rulebook, date: string): Verdict {
  const moment = readMoment(date);
  if (moment === null) throw new RangeError(`not a day or date-time: ${date.slice(0, 40)}`);
  const frame = {
    address: cleanAddress(reading.address),
    date: moment.day,
    rulebook: { version: rulebook.about.version, reviewed: rulebook.about.reviewed },
  };
  const url = readUrl(reading.address);
  if (url === null) {
    return { ...frame, ...outside, ...noAddress };
  }
  const address = findSurface(url, rulebook.hosts);
  if (address.surface === 'elsewhere')
    return { ...frame, ...outside, ...judgeElsewhere(url, reading, rulebook) };
  return { ...frame, ...judgeOurs(address, url, reading, rulebook, moment) };
}

const outside = {
  surface: 'elsewhere',
  kind: 'other',
  phase: null,
  lookalike: null,
  owner: null,
  law: [],
} as const;
const noAddress: Finding = {
  basket: 'unknown',
  processor: 'unknown',
  evidence: [],
  unread: [{ what: 'address', why: 'not-an-address' }],
  drift: [],
};

function judgeOurs(address: AddressFinding, url: URL, reading: Reading, rulebook: Rulebook, moment: Moment) {
  const { surface } = address;
  const standIn = findStandIn(address, url, reading, rulebook);
  const judged =
    standIn ?? heldState(judgeByRule(address, url, reading, rulebook), address, reading, rulebook);
  const finding = { ...judged, unread: [...judged.unread, ...unreadFile(reading)] };
  const { phase, ...dated } = applyPhase(finding, moment, rulebook.phases);
  const kind = standIn !== null && isCheck(standIn) ? 'check' : kindOf(address, url, reading, rulebook);
  const law = lawOf({ surface, processor: dated.processor, phase }, moment, rulebook);
  return { surface, kind, phase, lookalike: null, owner: null, ...dated, law } as const;
}

/** The law that a page is under, as a verdict names it; none where an order is not taken in Indonesia. */
export const lawOf = (
  { surface, processor, phase }: Pick<Verdict, 'surface' | 'processor' | 'phase'>,
  moment: Moment,
  rulebook: Rulebook,
): Verdict['law'] =>
  (surface === 'tiktok' || surface === 'shop-tokopedia') && !isOtherRegion(processor, phase)
    ? lawOn(moment, rulebook)
    : [];

const isOtherRegion = (processor: Verdict['processor'], phase: string | null): boolean =>
  processor === 'tiktok-shop' && phase === null;

function judgeByRule(address: AddressFinding, url: URL, reading: Reading, rulebook: Rulebook): Finding {
  const { rule, trusted } = address;
  if (trusted && (rule?.basket === 'state' || isItemInView(address, reading) || isLedTo(address, reading)))
    return judgeItem(reading, rulebook, isLinkOnly(address, url));
  if (trusted && rule?.kind === 'live' && reading.room !== null) return judgeRoom(reading.room);
  return judgeAddress(address, url, reading, rulebook);
}

/** A feed names no item in its address: what is judged there is the item in view, where it was read. */
const isItemInView = ({ rule }: AddressFinding, { item }: Reading): boolean =>
  rule?.items === 'in-view' && item.outcome === 'read';

/** A short link names no item either: what is judged is the item of the page that it led to. */
const isLedTo = ({ forwards }: AddressFinding, { item }: Reading): boolean =>
  forwards && item.outcome === 'read';

function kindOf(address: AddressFinding, url: URL, reading: Reading, rulebook: Rulebook) {
  if (isItemInView(address, reading) || isLedTo(address, reading)) return 'video';
  // An address that others hand on is a link until its page was read.
  if (!reading.wasRead && isLinkOnly(address, url)) return 'share-link';
  return routeKind(address.rule, reading, rulebook) ?? address.kind;
}
