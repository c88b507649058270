import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { cleanAddress } from '../address/clean-address';
import { readUrl } from '../address/read-url';
import type { Reading } from '../page/page';
import type { HostRules } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import type { Observation } from './flow-state';
import { recordedPageHost } from './recorded-host';
import { stripAddress } from './strip-address';
import { stripEvidence } from './strip-evidence';
import { stripReading } from './strip-reading';

interface PageInTab {
  readonly tabId: number;
  readonly openerTabId: number | null;
  /** ms since 1970, UTC. */
  readonly ts: number;
  readonly reading: Reading;
  readonly verdict: Verdict;
}

/**
 * Tells pages apart by a keyed digest, from which no address can be guessed.
 *
 * @param secret the study's own
 */
export const pageKeyOf = (address: string, secret: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${secret} ${cleanAddress(address)}`))).slice(0, 32);

/**
 * A judged page as the recorder may be told of it: stripped of names and numbers.
 *
 * @param secret see `pageKeyOf`
 */
export function observePage(
  { tabId, openerTabId, ts, reading, verdict }: PageInTab,
  rules: HostRules,
  secret: string,
): Observation {
  const hostname = readUrl(reading.address)?.hostname ?? '';
  return {
    what: 'page',
    tabId,
    openerTabId,
    ts,
    pageKey: pageKeyOf(reading.address, secret),
    address: stripAddress(reading.address, rules),
    pageHost: recordedPageHost(hostname, rules),
    verdict: { ...verdict, evidence: stripEvidence(verdict.evidence, rules) },
    reading: JSON.stringify(stripReading(reading, rules)),
  };
}
