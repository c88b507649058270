import { codebook, outsideBody } from './codebook';
import type { LogEvent } from './event';
import { personalShape } from './guard';

/** What was not written, and why: the field's name only, never its value. */
export interface Dropped {
  readonly field: string;
  readonly why: string;
}

export interface Admitted {
  readonly event: LogEvent;
  readonly dropped: readonly Dropped[];
}

/** Ids, versions and fixed words are made by us: their digits are nobody's number. */
export const madeByUs: ReadonlySet<string> = new Set([
  'event_id',
  'participant_id',
  'session_id',
  'flow_id',
  'capture_id',
  'reading_digest',
  'schema_version',
]);
/** Every field of the body, with its categories ready for asking. */
const rules = codebook.tables.events.fields
  .filter(({ name }) => !outsideBody.includes(name))
  .map((rule) => ({
    ...rule,
    values: rule.categories && !rule.open && new Set(rule.categories.map(({ value }) => value)),
  }));
const known = new Set(rules.map(({ name }) => name));
const longest: Readonly<Record<string, number>> = { reading: 20_000, note: 2000, path_template: 200 };

/**
 * Lets through what the codebook names, in its type and its categories, and refuses what looks personal.
 * A refused field becomes null and is counted; a row without its required fields is a mistake of ours.
 * Where nothing is refused the answer is the input itself: thousands of events a second pass here.
 * @throws TypeError when a required field is missing or was refused
 */
export function admit(input: Readonly<Record<string, unknown>>): Admitted {
  const dropped: Dropped[] = [];
  for (const field of Object.keys(input))
    if (!known.has(field)) dropped.push({ field: field.slice(0, 40), why: 'unknown-field' });
  for (const rule of rules) {
    const value = input[rule.name] ?? null;
    const why = value === null ? null : faultOf(value, rule);
    if (why !== null) dropped.push({ field: rule.name, why });
    if ((value === null || why !== null) && !rule.nullable)
      throw new TypeError(`an event without "${rule.name}"${why === null ? '' : ` (${why})`}`);
  }
  const event = dropped.length === 0 ? input : without(input, dropped);
  return { event: event as unknown as LogEvent, dropped };
}

/** The known fields of an input, null where one was refused. */
function without(input: Readonly<Record<string, unknown>>, dropped: readonly Dropped[]): object {
  const refused = new Set(dropped.map(({ field }) => field));
  return Object.fromEntries(
    rules.map(({ name }) => [name, refused.has(name) ? null : (input[name] ?? null)]),
  );
}

function faultOf(value: unknown, { name, type, values }: (typeof rules)[number]): string | null {
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'wrong-type';
  if (type !== 'string') return Number.isSafeInteger(value) ? null : 'wrong-type';
  if (typeof value !== 'string') return 'wrong-type';
  if (values) return values.has(value) ? null : 'unknown-value';
  if (value.length > (longest[name] ?? 120)) return 'too-long';
  return madeByUs.has(name) ? null : personalShape(value);
}
