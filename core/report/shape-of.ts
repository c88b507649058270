import { parseJson } from '../page/parse-json';
import type { Keys } from './keys';
import { isMapLike } from './map-like';

/** What stands for every key that may be somebody's. */
export const anyKey = '<key>';

/** The kinds of values; nothing of a value but its kind is told. */
export const valueKinds = [
  'null',
  'true-false',
  'number',
  'empty-text',
  'digits',
  'address',
  'text',
] as const;

/**
 * The shape of a value: its kinds, joined by `|`, where it is plain; else the shapes of its fields, of its list's
 * entries (merged), of JSON kept as text, and what else it is in other places. `cut`: there was more than is told.
 */
export type Shape = string | ShapeParts;
export interface ShapeParts {
  readonly object?: Readonly<Record<string, Shape>>;
  readonly list?: Shape;
  readonly json?: Shape;
  readonly also?: string;
  readonly cut?: true;
}

const limits = { depth: 40, values: 60_000, parts: 5000, entries: 300 };

/** A shape in the making. */
interface Draft {
  readonly kinds: Set<string>;
  fields?: Map<string, Draft>;
  list?: Draft;
  json?: Draft;
  isCut?: true;
}

const emptyDraft = (): Draft => ({ kinds: new Set() });

/** The shape of a parsed value, bounded in depth, in what is looked at and in what is told. Throws nothing. */
export function shapeOf(value: unknown, keys: Keys): Shape {
  const left = { values: limits.values, parts: limits.parts };
  const draft = emptyDraft();
  take(value, draft, 0, keys, left);
  joinMaps(draft, keys);
  return told(draft);
}

function take(
  value: unknown,
  into: Draft,
  depth: number,
  keys: Keys,
  left: { values: number; parts: number },
): void {
  if (left.values <= 0 || depth > limits.depth) {
    into.isCut = true;
    return;
  }
  left.values -= 1;
  if (Array.isArray(value)) {
    into.list ??= emptyDraft();
    for (const entry of value.slice(0, limits.entries)) take(entry, into.list, depth + 1, keys, left);
    if (value.length > limits.entries) into.list.isCut = true;
  } else if (typeof value === 'object' && value !== null) {
    into.fields ??= new Map();
    for (const [key, field] of Object.entries(value)) {
      const name = keys.isPersonal(key) ? anyKey : key;
      let part = into.fields.get(name);
      if (part === undefined) {
        if (left.parts <= 0) {
          into.isCut = true;
          break;
        }
        left.parts -= 1;
        part = emptyDraft();
        into.fields.set(name, part);
      }
      take(field, part, depth + 1, keys, left);
    }
  } else if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    if (inner === undefined) into.kinds.add(textKind(value));
    else {
      into.json ??= emptyDraft();
      take(inner, into.json, depth + 1, keys, left);
    }
  } else into.kinds.add(value === null ? 'null' : typeof value === 'number' ? 'number' : 'true-false');
}

function textKind(text: string): string {
  if (text === '') return 'empty-text';
  if (/^\d+$/.test(text)) return 'digits';
  return /^https?:\/\//i.test(text) ? 'address' : 'text';
}

/** Objects whose fields are all of one shape become one entry for all: their keys may be names. Innermost first. */
function joinMaps(draft: Draft, keys: Keys): void {
  for (const part of [draft.list, draft.json, ...(draft.fields?.values() ?? [])])
    if (part) joinMaps(part, keys);
  const fields = draft.fields;
  if (!fields || [...fields.keys()].some(keys.isKnown)) return;
  const parts = [...fields.values()];
  const entries = parts.map((part) => ({ kind: kindOf(part), keys: [...(part.fields?.keys() ?? [])] }));
  if (!isMapLike(entries, fields.has(anyKey))) return;
  const joined = emptyDraft();
  for (const part of parts) merge(part, joined);
  draft.fields = new Map([[anyKey, joined]]);
}

function kindOf({ kinds, fields, list, json }: Draft): string {
  const held = [fields && 'object', list && 'list', json && 'json', ...kinds].filter(Boolean);
  // Texts are of one kind here, whatever they look like.
  return [...new Set(held.map((kind) => (/text|digits|address/.test(`${kind}`) ? 'text' : kind)))].join('|');
}

function merge(from: Draft, into: Draft): void {
  for (const kind of from.kinds) into.kinds.add(kind);
  if (from.isCut) into.isCut = true;
  for (const name of ['list', 'json'] as const) {
    const part = from[name];
    if (part) {
      into[name] ??= emptyDraft();
      merge(part, into[name]);
    }
  }
  for (const [key, part] of from.fields ?? []) {
    into.fields ??= new Map();
    const known = into.fields.get(key) ?? emptyDraft();
    into.fields.set(key, known);
    merge(part, known);
  }
}

function told({ kinds, fields, list, json, isCut }: Draft): Shape {
  const plain = valueKinds.filter((kind) => kinds.has(kind)).join('|');
  if (!fields && !list && !json && !isCut) return plain || 'nothing';
  return {
    ...(fields && { object: Object.fromEntries([...fields].map(([key, part]) => [key, told(part)])) }),
    ...(list && { list: told(list) }),
    ...(json && { json: told(json) }),
    ...(plain && { also: plain }),
    ...(isCut && { cut: true }),
  };
}
