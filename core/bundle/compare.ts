import { shownMasked } from '../address/masked-parts';
import type { WrittenLanguage } from '../explanation/words';
import type { CaptureFacts } from './capture-facts';
import type { Examination } from './verify/verify';

/** What of two captures is put side by side, in the order in which it is shown. */
const comparedFields = [
  'answer',
  'processor',
  'basket',
  'phase',
  'region',
  'surface',
  'kind',
  'page',
  'taken',
  'trusted',
  'rulebook',
  'key',
  'browser',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One thing as each bundle says it; null where it says nothing. */
export interface ComparedRow<Name extends string = string> {
  readonly name: Name;
  readonly one: string | null;
  readonly other: string | null;
  /** Null where it cannot be told: two masked addresses are alike for most pages. */
  readonly isSame: boolean | null;
}

/** `in-doubt`: at least one bundle is not verified, so nothing is said of the two. */
type Sameness = 'same-capture' | 'same-verdict' | 'other-verdict' | 'in-doubt';

export interface Comparison {
  readonly sameness: Sameness;
  readonly rows: readonly ComparedRow<ComparedField>[];
  /** Every signal that either holds, by name. */
  readonly signals: readonly ComparedRow[];
}

/** Fields in which two verdicts must agree to be called the same. */
const verdictFields: readonly ComparedField[] = ['processor', 'basket', 'phase', 'surface', 'kind'];

/**
 * Puts two examined bundles side by side: what is equal and what differs, never what follows from it.
 * @returns null where one of them holds no readable facts
 */
export function compareBundles(
  one: Examination,
  other: Examination,
  language: WrittenLanguage,
): Comparison | null {
  if (one.facts === null || other.facts === null) return null;
  const [first, second] = [fieldsOf(one, one.facts, language), fieldsOf(other, other.facts, language)];
  const areNamed = Boolean(one.facts.page_url && other.facts.page_url);
  const rows = comparedFields.map((name) => {
    const made = row(name, first[name], second[name]);
    return name === 'page' && made.isSame && !areNamed ? { ...made, isSame: null } : made;
  });
  const differs = (name: ComparedField): boolean =>
    rows.some((each) => each.name === name && each.isSame === false);
  const isSameCapture =
    one.facts.capture_id === other.facts.capture_id && one.fingerprint === other.fingerprint;
  const sameness =
    !one.holds || !other.holds
      ? 'in-doubt'
      : isSameCapture
        ? 'same-capture'
        : verdictFields.some(differs)
          ? 'other-verdict'
          : 'same-verdict';
  return { sameness, rows, signals: compareSignals(one.facts, other.facts) };
}

const row = <Name extends string>(
  name: Name,
  one: string | null,
  other: string | null,
): ComparedRow<Name> => ({
  name,
  one,
  other,
  isSame: one === other,
});

function fieldsOf(
  { checks, fingerprint }: Examination,
  facts: CaptureFacts,
  language: WrittenLanguage,
): Record<ComparedField, string | null> {
  const trusted = checks.find(({ check, outcome }) => check === 'time' && outcome === 'holds');
  const { verdict, explanation } = facts;
  return {
    answer: explanation[language].answer,
    processor: verdict.processor,
    basket: verdict.basket,
    phase: verdict.phase,
    region: regionOf(verdict),
    surface: verdict.surface,
    kind: verdict.kind,
    page: facts.page_url ?? shownMasked(facts.page_url_masked),
    taken: facts.taken_utc,
    trusted: trusted?.values?.time ?? null,
    rulebook: facts.ruleset_version,
    key: fingerprint,
    browser: `${facts.browser}, ${facts.os_family}`,
  };
}

/** The region of the shop, as far as the verdict tells: only an Indonesian one has a phase. */
function regionOf({ phase, processor, basket }: CaptureFacts['verdict']): string {
  if (phase !== null) return 'indonesia';
  return basket === 'yes' && processor === 'tiktok-shop' ? 'other' : 'unknown';
}

/** Signals read and evidence weighed, each with its values. */
function compareSignals(one: CaptureFacts, other: CaptureFacts): ComparedRow[] {
  const [first, second] = [signalsOf(one), signalsOf(other)];
  const names = [...new Set([...first.keys(), ...second.keys()])].toSorted();
  return names.map((name) => row(name, first.get(name) ?? null, second.get(name) ?? null));
}

function signalsOf({ signals, verdict }: CaptureFacts): Map<string, string> {
  const values = new Map<string, Set<string>>();
  const add = (name: string, value: string) => values.set(name, (values.get(name) ?? new Set()).add(value));
  for (const { signal, values: all } of signals)
    for (const value of all.length === 0 ? [present] : all) add(signal, value);
  for (const { signal, value, weight } of verdict.evidence) add(`${signal} (${weight})`, value || present);
  return new Map([...values].map(([name, all]) => [name, [...all].toSorted().join('; ')]));
}

/** A signal that has no value beside being there. */
const present = '✓';
