import * as v from 'valibot';
import type { Rulebook } from './rulebook';
import { rulebookSchema } from './schema';

/** A fault in the rulebook: which file, which record, which field, and what is wrong. */
export interface RulebookProblem {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  readonly problem: string;
}

export type RulebookCheck =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/** Checks a rulebook's data against the schema, then what a schema cannot say: references, intervals, twins. */
export function checkRulebook(files: unknown): RulebookCheck {
  const parsed = v.safeParse(rulebookSchema, files);
  if (!parsed.success)
    return { ok: false, problems: parsed.issues.map((issue) => schemaProblem(issue, files)) };
  const rulebook = parsed.output as Rulebook;
  const problems = [
    ...missingSources(rulebook),
    ...doubledIds(rulebook),
    ...brokenIntervals(rulebook),
    ...twinPatterns(rulebook),
  ];
  return problems.length === 0 ? { ok: true, rulebook } : { ok: false, problems };
}

function schemaProblem(issue: v.InferIssue<typeof rulebookSchema>, files: unknown): RulebookProblem {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  const [file = 'rulebook', ...rest] = keys;
  let record = '';
  let at: unknown = (files as Record<string, unknown> | null)?.[String(file)];
  for (const key of rest) {
    at = (at as Record<string | number, unknown> | null)?.[key as string];
    if (typeof at === 'object' && at !== null && 'id' in at) record = String(at.id);
  }
  return {
    file: fileOf(String(file)),
    record: record || String(rest[0] ?? ''),
    field: rest.join('.'),
    problem: issue.message,
  };
}

const fileOf = (name: string): string => `rulebook/${name === 'about' ? 'rulebook' : name}.json`;

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
        .map((id) => ({
          file: fileOf(file),
          record,
          field: 'sources',
          problem: `no source has the id "${id}"`,
        })),
    );
}

function doubledIds(rulebook: Rulebook): RulebookProblem[] {
  const lists = {
    sources: rulebook.sources,
    phases: rulebook.phases,
    regulations: rulebook.regulations,
    entities: rulebook.entities,
    help: rulebook.help,
    statements: rulebook.statements,
  };
  return Object.entries(lists).flatMap(([file, records]) => {
    const ids = records.map(({ id }) => id as string);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ file: fileOf(file), record: id, field: 'id', problem: 'two records have this id' }));
  });
}

/** Of one kind of record, at any time at most one holds; each phase begins where the one before ends. */
function brokenIntervals({ phases, regulations }: Rulebook): RulebookProblem[] {
  const problems: RulebookProblem[] = [];
  phases.forEach((phase, index) => {
    const before = phases[index - 1];
    if (before && before.until !== phase.from) {
      problems.push({
        file: fileOf('phases'),
        record: phase.id,
        field: 'from',
        problem: `does not begin where "${before.id}" ends`,
      });
    }
  });
  const inOrder = [...regulations].sort((a, b) => a.inForce.date.localeCompare(b.inForce.date));
  inOrder.forEach((regulation, index) => {
    const next = inOrder.slice(index + 1).find(({ series }) => series === regulation.series);
    const at = { file: fileOf('regulations'), record: regulation.id };
    if (next && (regulation.revoked === null || regulation.revoked.date > next.inForce.date)) {
      problems.push({ ...at, field: 'revoked', problem: `still in force when "${next.id}" begins` });
    }
    if (regulation.revoked && !regulations.some(({ id }) => id === regulation.revoked?.by)) {
      problems.push({
        ...at,
        field: 'revoked.by',
        problem: `no regulation has the id "${regulation.revoked.by}"`,
      });
    }
    if (regulation.revoked && regulation.revoked.date <= regulation.inForce.date) {
      problems.push({ ...at, field: 'revoked.date', problem: 'revoked before it was in force' });
    }
  });
  return problems;
}

/** The content script carries the item's address shape but not the hosts, so it stands in both: they must agree. */
function twinPatterns({ hosts, signals }: Rulebook): RulebookProblem[] {
  const statePages = hosts.hosts.flatMap(({ pages }) => pages).filter(({ basket }) => basket === 'state');
  return statePages
    .filter(({ path }) => path !== signals.item.address)
    .map(({ id }) => ({
      file: fileOf('hosts'),
      record: id,
      field: 'path',
      problem: 'differs from item.address in rulebook/signals.json',
    }));
}
