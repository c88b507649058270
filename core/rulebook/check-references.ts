import { fileOf, type RulebookProblem } from './problem';
import type { Rulebook } from './rulebook';

/** Every id that a record names must exist, and no two records of a file may share theirs. */
export const checkReferences = (rulebook: Rulebook): RulebookProblem[] => [
  ...missingSources(rulebook),
  ...doubledIds(rulebook),
  ...danglingIds(rulebook),
  ...provisionIds(rulebook),
];

function* recordsWithSources(
  value: unknown,
  file: string,
  record = '',
): Generator<[string, string, readonly string[]]> {
  if (Array.isArray(value)) for (const entry of value) yield* recordsWithSources(entry, file, record);
  else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    const name = String(fields.id ?? fields.host ?? fields.domain ?? record);
    if (Array.isArray(fields.sources) && file !== 'sources') yield [file, name, fields.sources as string[]];
    for (const field of Object.values(fields)) yield* recordsWithSources(field, file, name);
  }
}

function missingSources(rulebook: Rulebook): RulebookProblem[] {
  const known = new Set(rulebook.sources.map(({ id }) => id));
  return Object.entries(rulebook)
    .filter(([file]) => file !== 'sources' && file !== 'about')
    .flatMap(([file, data]) => [...recordsWithSources(data, file)])
    .flatMap(([file, record, ids]) =>
      ids
        .filter((id) => !known.has(id))
        .map((id) => problem(file, record, 'sources', `no source has the id "${id}"`)),
    );
}

function doubledIds(rulebook: Rulebook): RulebookProblem[] {
  const lists = {
    sources: rulebook.sources,
    phases: rulebook.phases,
    regulations: rulebook.regulations,
    provisions: rulebook.provisions,
    entities: [...rulebook.entities, ...rulebook.entities.flatMap(({ roles }) => roles)],
    ownership: rulebook.ownership,
    help: rulebook.help,
    checks: rulebook.checks,
    questions: rulebook.questions,
    statements: rulebook.statements,
    events: rulebook.events,
    figures: rulebook.figures,
  };
  return Object.entries(lists).flatMap(([file, records]) => {
    const ids = records.map(({ id }) => id as string);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => problem(file, id, 'id', 'two records have this id'));
  });
}

type Reference = [file: string, record: string, field: string, id: string | null, kind: string];

function danglingIds(rulebook: Rulebook): RulebookProblem[] {
  const known: Record<string, Set<string>> = {
    regulation: idsOf(rulebook.regulations),
    entity: idsOf(rulebook.entities),
    question: idsOf(rulebook.questions),
    event: idsOf(rulebook.events),
  };
  const references: Reference[] = [
    ...rulebook.regulations.map(
      ({ id, revoked }): Reference => ['regulations', id, 'revoked.by', revoked?.by ?? null, 'regulation'],
    ),
    ...rulebook.provisions.map(
      ({ id, regulation }): Reference => ['provisions', id, 'regulation', regulation, 'regulation'],
    ),
    ...rulebook.phases.map(({ id, event }): Reference => ['phases', id, 'event', event, 'event']),
    ...rulebook.ownership.flatMap(({ id, company, owner }): Reference[] => [
      ['ownership', id, 'company', company, 'entity'],
      ['ownership', id, 'owner', owner, 'entity'],
    ]),
    ...rulebook.statements.map(
      ({ id, question }): Reference => ['statements', id, 'question', question, 'question'],
    ),
  ];
  return references
    .filter(([, , , id, kind]) => id !== null && !known[kind]?.has(id))
    .map(([file, record, field, id, kind]) => problem(file, record, field, `no ${kind} has the id "${id}"`));
}

/** A provision is cited by its id, so its id says which article of which regulation it is. */
const provisionIds = ({ provisions }: Rulebook): RulebookProblem[] =>
  provisions
    .filter(({ id, regulation, article }) => id !== `${regulation}-${article}`)
    .map(({ id, regulation, article }) =>
      problem('provisions', id, 'id', `is not "${regulation}-${article}"`),
    );

const idsOf = (records: readonly { readonly id: string }[]): Set<string> =>
  new Set(records.map(({ id }) => id));

const problem = (file: string, record: string, field: string, text: string): RulebookProblem => ({
  file: fileOf(file),
  record,
  field,
  problem: text,
});
