import type { BreakReason, PathBreak, SignalReading } from './page';
import { parseJson } from './parse-json';
import type { PathSignalRule, PathStep, SignalRules } from './signal-rules';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own fields only: a page must not reach our prototypes through `__proto__` and the like. */
export const fieldOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

function takeStep(value: unknown, step: PathStep): unknown[] | BreakReason {
  if (step === '*') return Array.isArray(value) ? value : 'not-a-list';
  if (step === '(json)') {
    const parsed = typeof value === 'string' ? parseJson(value) : undefined;
    return parsed === undefined ? 'not-json' : [parsed];
  }
  if (!isObject(value)) return 'not-an-object';
  if (typeof step === 'string') {
    const field = fieldOf(value, step);
    return field === undefined || field === null ? 'absent' : [field];
  }
  const matches = Object.entries(step).every(
    ([name, wanted]) => `${asText(fieldOf(value, name))}` === wanted,
  );
  return matches ? [value] : [];
}

/** A single value as text; undefined for what may have no writing at all. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;

/**
 * Follows a rule's path through parsed state.
 * Work is bounded by `limits.values` at every step; what is beyond is a break, never silently dropped.
 */
export function followPath(
  root: unknown,
  rule: PathSignalRule,
  limits: Pick<SignalRules['limits'], 'values' | 'valueCharacters'>,
): SignalReading {
  const breaks: PathBreak[] = [];
  let front: unknown[] = [root];
  rule.at.forEach((step, index) => {
    const next: unknown[] = [];
    for (const value of front) {
      const taken = takeStep(value, step);
      if (typeof taken === 'string') {
        breaks.push({ step: index, why: taken });
        continue;
      }
      for (const entry of taken) {
        if (next.length === limits.values) {
          breaks.push({ step: index, why: 'too-many' });
          break;
        }
        next.push(entry);
      }
    }
    front = next;
  });
  const values: string[] = [];
  for (const value of front) {
    const text = asText(value);
    if (text === undefined) breaks.push({ step: rule.at.length, why: 'not-a-value' });
    else values.push(text.slice(0, limits.valueCharacters));
  }
  return { signal: rule.id, values, breaks };
}
