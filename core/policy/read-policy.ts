import { type Language, languages } from '../explanation/words';
import { studyName } from '../log/study-name';

/** What an organisation sets for its browsers (public/managed-schema.json); null where it leaves a field open. */
export interface Policy {
  readonly recording: 'allowed' | 'forbidden' | null;
  /** The study that recordings belong to. */
  readonly study: string | null;
  readonly language: Language | null;
  /** `on` and `off` hold until the person chooses; `forbidden` holds for good. */
  readonly note: 'on' | 'off' | 'forbidden' | null;
}

export const noPolicy: Policy = { recording: null, study: null, language: null, note: null };

export interface PolicyReading {
  readonly policy: Policy;
  /** Names of the fields that were there and could not be used, at most 40 characters each. */
  readonly ignored: readonly string[];
}

const isOneOf =
  <T extends string>(...known: readonly T[]) =>
  (value: unknown): value is T =>
    known.includes(value as T);

const rules: { readonly [F in keyof Policy]: (value: unknown) => value is NonNullable<Policy[F]> } = {
  recording: isOneOf('allowed', 'forbidden'),
  study: (value): value is string => typeof value === 'string' && studyName.test(value),
  language: isOneOf(...languages),
  note: isOneOf('on', 'off', 'forbidden'),
};

/**
 * Reads what managed storage holds, field by field: one that is wrong takes no other with it, and is named.
 *
 * @param values whatever the browser gave; anything but an object is no policy
 */
export function readPolicy(values: unknown): PolicyReading {
  if (typeof values !== 'object' || values === null) return { policy: noPolicy, ignored: [] };
  const given = values as Record<string, unknown>;
  const fits = (name: string) => Object.hasOwn(rules, name) && rules[name as keyof Policy](given[name]);
  const taken = Object.keys(given).filter(fits);
  return {
    policy: { ...noPolicy, ...Object.fromEntries(taken.map((name) => [name, given[name]])) },
    ignored: Object.keys(given)
      .filter((name) => !fits(name))
      .map((name) => name.slice(0, 40)),
  };
}
