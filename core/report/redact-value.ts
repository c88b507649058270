import { parseJson } from '../page/parse-json';
import type { SignalRules } from '../page/signal-rules';
import type { HostRules } from '../rulebook/rulebook';
import type { Keys } from './keys';
import type { MadeIds } from './made-ids';
import { isMapLike } from './map-like';
import { redactAddress } from './redact-address';

/** Stands for every text; two words, so that no field is named like it. */
const anyText = 'a text';
/** More entries than any rule reads; what is beyond is left out. */
const mostEntries = 40;
const deepest = 40;
const mostValues = 60_000;

/**
 * Codes that the rules judge by: nobody's, and kept where a field of this name holds one of this shape.
 * Everything else in a state is replaced.
 */
const codes: Readonly<Record<string, RegExp>> = {
  type: /^\d{1,3}$/,
  AnchorTypes: /^\d{1,3}$/,
  anchor_types: /^\d{1,3}$/,
  component_key: /^anchor_[a-z_]{1,24}\d{0,2}$/,
  isECVideo: /^\d{1,2}$/,
  currency: /^[A-Z]{3}$/,
  region: /^[A-Za-z]{2}$/,
  real_region: /^[A-Za-z]{2}$/,
  locationCreated: /^[A-Z]{2}$/,
  route_page_name: /^[a-z_]{1,40}$/,
};

export interface Redaction {
  readonly keys: Keys;
  readonly ids: MadeIds;
  readonly signals: SignalRules;
  readonly hosts: HostRules;
  /** Values that may still be looked at; what is beyond becomes null. */
  left: number;
}

export const redaction = (keys: Keys, ids: MadeIds, signals: SignalRules, hosts: HostRules): Redaction => ({
  keys,
  ids,
  signals,
  hosts,
  left: mostValues,
});

/**
 * A parsed value in the same structure, with nothing of its own in it: texts, numbers, ids and addresses are made up,
 * keys that may be somebody's too. Booleans, nulls and the rules' own codes stay.
 *
 * @param key the field it stands in
 */
export function redactValue(value: unknown, key: string, with_: Redaction, depth = 0): unknown {
  with_.left -= 1;
  if (with_.left < 0 || depth > deepest) return null;
  if (typeof value === 'string') return redactText(value, key, with_, depth);
  if (typeof value === 'number') return isCode(String(value), key) ? value : madeNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const entries = value.slice(0, mostEntries).map((entry) => redactValue(entry, key, with_, depth + 1));
    return renameInList(entries, with_.keys);
  }
  return redactFields(value, with_, depth);
}

function redactFields(value: object, with_: Redaction, depth: number): object {
  const fields = Object.entries(value).map(
    ([name, field]) => [name, redactValue(field, name, with_, depth + 1)] as const,
  );
  const { isPersonal } = with_.keys;
  const isMap = namesPeople(fields, with_.keys);
  const taken = new Set(fields.map(([name]) => name));
  let count = 0;
  const madeKey = (): string => {
    do count += 1;
    while (!isMap && taken.has(`key${count}`));
    return `key${count}`;
  };
  return Object.fromEntries(
    fields.map(([name, field]) => [isMap || isPersonal(name) ? madeKey() : name, field]),
  );
}

/** The entries of a list together may be a map too: a list of objects with one name each. */
function renameInList(entries: readonly unknown[], keys: Keys): unknown[] {
  const all = new Map(entries.filter(isFields).flatMap((entry) => Object.entries(entry)));
  if (!namesPeople([...all], keys)) return [...entries];
  const made = new Map([...all.keys()].map((name, index) => [name, `key${index + 1}`]));
  return entries.map((entry) =>
    isFields(entry)
      ? Object.fromEntries(Object.entries(entry).map(([name, field]) => [made.get(name), field]))
      : entry,
  );
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the names of these redacted fields may be somebody's, by their shapes. */
function namesPeople(
  fields: readonly (readonly [string, unknown])[],
  { isKnown, isPersonal }: Keys,
): boolean {
  if (fields.some(([name]) => isKnown(name))) return false;
  const entries = fields.map(([, field]) => ({
    kind: Array.isArray(field) ? 'list' : field === null ? 'null' : typeof field,
    keys: isFields(field) ? Object.keys(field) : [],
  }));
  return isMapLike(
    entries,
    fields.some(([name]) => isPersonal(name)),
  );
}

function redactText(text: string, key: string, with_: Redaction, depth: number): string {
  if (text === '' || isCode(text, key)) return text;
  if (/^\d+$/.test(text)) return text.length < 5 ? String(madeNumber(Number(text))) : with_.ids.of(text);
  const inner = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  if (inner !== undefined) return JSON.stringify(redactValue(inner, key, with_, depth + 1));
  const address = redactAddress(text, with_.ids, with_.hosts);
  if (address !== null) return address;
  // A shop's field in a text that is no JSON keeps the judge from saying "no": that stays.
  const shopKeys = with_.signals.item.shopKeys.filter((name) =>
    new RegExp(`\\b${name}\\\\*"\\s*:`).test(text),
  );
  return shopKeys.length === 0
    ? anyText
    : `${anyText} with ${shopKeys.map((name) => `"${name}":`).join(' ')}`;
}

const isCode = (text: string, key: string): boolean =>
  Object.hasOwn(codes, key) && (codes[key] as RegExp).test(text);

/** A number of the same sign and as many digits before its point, up to 15. */
function madeNumber(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const digits = Math.min(15, Math.max(1, Math.floor(Math.log10(Math.abs(value))) + 1));
  const whole = 9 * 10 ** (digits - 1);
  return Math.sign(value) * (Number.isInteger(value) || digits > 10 ? whole : whole + 0.5);
}
