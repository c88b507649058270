import type { Confidence, Rulebook } from './rulebook';

/** Where a fact stands: `<file>/<record>`, such as `statements/ministry-2024-04-02`. */
export type FactId = `${string}/${string}`;

/** A record of the rulebook as a fact: who vouches for it, how surely, and when that was last looked at. */
export interface Fact {
  readonly id: FactId;
  readonly sources: readonly string[];
  /** Null for records that only hold our own way of working. */
  readonly confidence: Confidence | null;
  /** The last day it was checked or confirmed; the newest of its sources where none is given (YYYY, -MM, -DD). */
  readonly known: string;
  /** Its wording rests on one copy. */
  readonly isSingleCopy: boolean;
}

interface FactRecord {
  readonly id: string;
  readonly sources?: readonly string[] | undefined;
  readonly confidence?: Confidence | undefined;
  readonly checked?: string | undefined;
  readonly caution?: 'single-copy' | null | undefined;
}

const made = new WeakMap<Rulebook, ReadonlyMap<string, Fact>>();

/** Every fact of a rulebook by its id; made once a rulebook. */
export function factsOf(rulebook: Rulebook): ReadonlyMap<string, Fact> {
  const known = made.get(rulebook);
  if (known) return known;
  const dates = new Map(rulebook.sources.map(({ id, date }) => [id, date]));
  const newest = (sources: readonly string[]) =>
    sources.map((id) => dates.get(id) ?? '').reduce((a, b) => (a > b ? a : b), '');
  const facts = new Map<string, Fact>();
  for (const [file, record] of recordsOf(rulebook)) {
    const id: FactId = `${file}/${record.id}`;
    if (facts.has(id)) continue;
    const sources = record.sources ?? [];
    facts.set(id, {
      id,
      sources,
      confidence: record.confidence ?? null,
      known: record.checked ?? (newest(sources) || rulebook.about.reviewed),
      isSingleCopy: record.caution === 'single-copy',
    });
  }
  made.set(rulebook, facts);
  return facts;
}

/** Every record that holds a fact, with the file it stands in. */
export function* recordsOf(rulebook: Rulebook): Generator<[file: string, record: FactRecord]> {
  yield ['about', { id: 'review', checked: rulebook.about.reviewed }];
  yield* lawRecords(rulebook);
  for (const phase of rulebook.phases) yield ['phases', phase];
  for (const { roles } of rulebook.entities) for (const role of roles) yield ['entities', role];
  for (const share of rulebook.ownership) yield ['ownership', { ...share, checked: share.confirmed }];
  for (const check of rulebook.checks) yield ['checks', { ...check, checked: check.seen }];
  for (const file of ['help', 'questions', 'statements', 'events', 'figures'] as const)
    for (const record of rulebook[file]) yield [file, record];
  yield* pageRecords(rulebook);
}

function* lawRecords({ regulations, provisions }: Rulebook): Generator<[string, FactRecord]> {
  const checked = new Map(regulations.map(({ id, status }) => [id, status.checked]));
  for (const regulation of regulations)
    yield ['regulations', { ...regulation, checked: regulation.status.checked }];
  for (const provision of provisions)
    yield ['provisions', { ...provision, checked: checked.get(provision.regulation) }];
}

function* pageRecords({
  hosts,
  signals,
  looks,
  props,
  personal,
  lookalike,
}: Rulebook): Generator<[string, FactRecord]> {
  yield [
    'hosts',
    { id: 'domains', checked: hosts.checked, sources: hosts.domains.flatMap((d) => d.sources) },
  ];
  yield [
    'hosts',
    {
      id: 'owned',
      checked: hosts.checked,
      sources: [...new Set(hosts.owned.flatMap((host) => host.sources))],
    },
  ];
  for (const { host, sources, confidence, pages } of hosts.hosts) {
    const frame = { sources, confidence, checked: hosts.checked };
    yield ['hosts', { ...frame, id: host }];
    for (const page of pages)
      yield ['hosts', { ...frame, confidence: page.confidence ?? confidence, id: page.id }];
  }
  for (const { id, sources, confidence } of hosts.families)
    yield ['hosts', { id, sources, confidence, checked: hosts.checked }];
  const { checked } = signals;
  yield ['signals', { ...signals.item, id: 'item', checked }];
  yield ['signals', { ...signals.drawnLink, checked }];
  for (const { id, sources, confidence } of [
    ...signals.itemSignals,
    ...signals.textSignals,
    ...signals.pageStates,
  ])
    yield ['signals', { id, sources, confidence, checked }];
  yield ['signals', { id: 'robot-check', checked }];
  yield ['looks', { ...looks, id: 'stand-ins' }];
  yield [
    'props',
    { id: 'room', sources: props.sources, confidence: props.confidence, checked: props.checked },
  ];
  yield ['personal', { ...personal.state, id: 'state', checked: personal.checked }];
  for (const id of Object.keys(lookalike.why)) yield ['lookalike', { id, checked: lookalike.checked }];
}
