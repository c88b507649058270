import * as v from 'valibot';
import { checkAges } from './check-ages';
import { checkIntervals } from './check-intervals';
import { checkReferences } from './check-references';
import { fileOf, type RulebookProblem } from './problem';
import type { Rulebook } from './rulebook';
import { rulebookSchema } from './schema';

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
    ...checkReferences(rulebook),
    ...checkIntervals(rulebook),
    ...checkAges(rulebook),
    ...unconfirmed(rulebook),
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
    if (typeof at === 'object' && at !== null && 'id' in at && typeof at.id === 'string') record = at.id;
  }
  return {
    file: fileOf(String(file)),
    record: record || String(rest[0] ?? ''),
    field: rest.join('.'),
    problem: issue.message,
  };
}

/** What nobody confirmed is never shown, so it has no place among the records that are. */
function unconfirmed(rulebook: Rulebook): RulebookProblem[] {
  const shown = {
    provisions: rulebook.provisions,
    entities: rulebook.entities.flatMap(({ roles }) => roles),
    ownership: rulebook.ownership,
    help: rulebook.help,
    checks: rulebook.checks,
    statements: rulebook.statements,
    events: rulebook.events,
    figures: rulebook.figures,
  };
  return Object.entries(shown).flatMap(([file, records]) =>
    records
      .filter(({ confidence }) => confidence === 'U')
      .map(({ id }) => ({
        file: fileOf(file),
        record: id,
        field: 'confidence',
        problem: 'an unconfirmed fact is not shown: leave it out, or find a source',
      })),
  );
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
