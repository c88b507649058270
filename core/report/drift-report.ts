import { readUrl } from '../address/read-url';
import { recordedPageHost } from '../flow/recorded-host';
import { pathTemplate, stripAddress } from '../flow/strip-address';
import type { HostRules } from '../rulebook/rulebook';
import type { Drift, Unread, Verdict } from '../verdict/verdict';
import type { Shape } from './shape-of';

/** What a maintainer needs to mend rules: shapes and names of rules, no value of the page. */
export interface DriftReport {
  readonly format: 'di-balik-keranjang/drift-report/1';
  /** The day it was made, in WIB. */
  readonly day: string;
  readonly extension: string;
  readonly rulebook: { readonly version: string; readonly reviewed: string };
  readonly page: {
    readonly surface: string;
    readonly kind: string;
    /** A host of the rulebook's list, else "other". */
    readonly host: string;
    /** The path with `{id}` for every name and number. */
    readonly pattern: string | null;
  };
  readonly basket: string;
  readonly processor: string;
  readonly drift: readonly Drift[];
  readonly unread: readonly Unread[];
  /** By the ids of the state scripts. */
  readonly state: Readonly<Record<string, Shape>>;
}

/** The report on a page that did not meet the rules. */
export function driftReport(
  verdict: Verdict,
  state: Readonly<Record<string, Shape>>,
  extension: string,
  hosts: HostRules,
): DriftReport {
  const hostname = readUrl(verdict.address)?.hostname ?? '';
  return {
    format: 'di-balik-keranjang/drift-report/1',
    day: verdict.date,
    extension,
    rulebook: verdict.rulebook,
    page: {
      surface: verdict.surface,
      kind: verdict.kind,
      host: recordedPageHost(hostname, hosts),
      pattern: pathTemplate(stripAddress(verdict.address, hosts)),
    },
    basket: verdict.basket,
    processor: verdict.processor,
    drift: verdict.drift.map(({ rule, found }) => ({ rule, found: withoutValue(found) })),
    unread: verdict.unread,
    state,
  };
}

/** An anchor's type is the page's own word: told as it is where it is a short number. */
const withoutValue = (found: string): string =>
  found.replace(/^type (?!\d{1,4}$).*$/s, 'type of another form');
