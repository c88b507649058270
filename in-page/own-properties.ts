/**
 * Reads what stands in a stranger's page. A form gives its fields' names precedence over its own properties: one
 * `<input name="childNodes">`, and `form.childNodes` is that field. So nothing is read off a node itself: each property
 * comes from the prototype that defines it, which no page can reach from here. tests/house-page-scripts.test.ts sees to it
 * that all scripts in a page read by these two.
 */

const known = new WeakMap<object, Map<string, PropertyDescriptor | null>>();

function definition(of: object, name: string): PropertyDescriptor | null {
  const prototype = Object.getPrototypeOf(of) as object;
  const own = known.get(prototype) ?? new Map<string, PropertyDescriptor | null>();
  known.set(prototype, own);
  const before = own.get(name);
  if (before !== undefined) return before;
  let found: PropertyDescriptor | null = null;
  for (let at: object | null = prototype; at !== null && found === null; at = Object.getPrototypeOf(at))
    found = Object.getOwnPropertyDescriptor(at, name) ?? null;
  own.set(name, found);
  return found;
}

/** A property's value by its own getter; undefined where this browser has none of that name. */
export function read<T extends object, K extends keyof T & string>(of: T, name: K): T[K] {
  const found = definition(of, name);
  return (found?.get === undefined ? found?.value : found.get.call(of)) as T[K];
}

type Callable = (...words: never[]) => unknown;

/** Calls a method as its prototype defines it; undefined where this browser has none of that name. */
export function ask<T extends object, K extends keyof T & string>(
  of: T,
  name: K,
  ...words: T[K] extends infer F extends Callable ? Parameters<F> : never
): T[K] extends infer F extends Callable ? ReturnType<F> : never {
  const method = definition(of, name)?.value as Callable | undefined;
  return method?.apply(of, words) as never;
}
