import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error';
import { dayOf } from './arguments';
import { type Duck, DuckFault, type DuckRow, quoted } from './duck';

/** What the roster says of a participant. */
interface RosterLine {
  readonly person: string;
  readonly arm: string | null;
  readonly weight: number | null;
}

/** What a study's keepers know beside the packages. */
export interface SideFiles {
  /** By pseudonym or code. */
  readonly roster: ReadonlyMap<string, RosterLine>;
  /** Export ids, pseudonyms, codes, persons. */
  readonly withdrawn: ReadonlySet<string>;
  /** ISO days by export id or file name. */
  readonly received: ReadonlyMap<string, string>;
}

async function readTable(duck: Duck, file: string, wanted: readonly string[]): Promise<DuckRow[]> {
  let rows: DuckRow[];
  try {
    rows = await duck.rows(`SELECT * FROM read_csv(${quoted(file)}, header=true, all_varchar=true)`);
  } catch (error) {
    if (!(error instanceof DuckFault)) throw error;
    const why = error.kind === 'IO' ? 'there is none, or it may not be read' : error.message;
    throw new UsageError(`The file "${file}" cannot be read as CSV (${why}).`);
  }
  const [first] = rows;
  if (first === undefined)
    throw new UsageError(
      `The file "${file}" has no line below the names of its columns (${wanted.join(', ')}, with commas).`,
    );
  const lacking = wanted.find((name) => !(name in first));
  if (lacking !== undefined) throw new UsageError(`The file "${file}" has no column "${lacking}".`);
  return rows;
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value).trim() || null;

async function readRoster(duck: Duck, file: string): Promise<Map<string, RosterLine>> {
  const roster = new Map<string, RosterLine>();
  for (const row of await readTable(duck, file, ['participant', 'person'])) {
    const [participant, person] = [textOf(row.participant), textOf(row.person)];
    if (participant === null || person === null)
      throw new UsageError(`The file "${file}" has a line without participant or person.`);
    const weight = textOf(row.weight);
    if (weight !== null && !(Number(weight) > 0))
      throw new UsageError(
        `The file "${file}" gives "${participant}" the weight "${weight}", which is none.`,
      );
    if (roster.has(participant)) throw new UsageError(`The file "${file}" names "${participant}" twice.`);
    roster.set(participant, {
      person,
      arm: textOf(row.arm),
      weight: weight === null ? null : Number(weight),
    });
  }
  return roster;
}

async function readReceived(duck: Duck, file: string): Promise<Map<string, string>> {
  const received = new Map<string, string>();
  for (const row of await readTable(duck, file, ['package', 'day'])) {
    const [name, day] = [textOf(row.package), dayOf(textOf(row.day) ?? '')];
    if (name !== null && day !== null) received.set(name, day);
  }
  return received;
}

/** One a line; a line that begins with # says something to people. */
function readWithdrawn(file: string): Set<string> {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')));
  } catch (cause) {
    throw new UsageError(`The file "${file}" cannot be read (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

/** Reads what was said of participants beside their packages. @throws {UsageError} */
export async function readSideFiles(
  duck: Duck,
  {
    roster,
    withdrawn,
    received,
  }: { roster: string | null; withdrawn: string | null; received: string | null },
): Promise<SideFiles> {
  return {
    roster: roster === null ? new Map() : await readRoster(duck, roster),
    withdrawn: withdrawn === null ? new Set() : readWithdrawn(withdrawn),
    received: received === null ? new Map() : await readReceived(duck, received),
  };
}
