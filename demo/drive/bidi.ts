import type { Browser } from 'puppeteer-core';

/** A call of WebDriver BiDi: method, parameters, result. */
export type Bidi = (method: string, params: object) => Promise<Record<string, unknown>>;
/** Told of each event by its name, e.g. 'network.beforeRequestSent'. */
export type OnBidi = (event: string, listener: (told: Record<string, unknown>) => void) => void;

/** The connection that puppeteer holds: its own pages know nothing of the extension's. */
export function bidiOf(browser: Browser): { bidi: Bidi; on: OnBidi } {
  const { connection } = browser as unknown as {
    connection: {
      send: (method: string, params: object) => Promise<{ result: Record<string, unknown> }>;
      on: OnBidi;
    };
  };
  return {
    bidi: async (method, params) => (await connection.send(method, params)).result,
    on: (event, listener) => connection.on(event, listener),
  };
}

interface Target {
  readonly context: string;
  /** A world of its own: what runs there leaves nothing in the page's. */
  readonly sandbox?: string;
}

/**
 * The value of an expression, awaited, as JSON keeps it; of statements the last value where it is plain.
 * @throws an Error with what the code threw
 */
export async function evaluateIn(bidi: Bidi, target: Target, code: string): Promise<unknown> {
  const isExpression = canParse(`async () => (${code}\n)`);
  const answer = await bidi('script.evaluate', {
    expression: isExpression ? `(async () => JSON.stringify(await (${code}\n)))()` : code,
    target,
    awaitPromise: true,
    userActivation: true,
  });
  if (answer.type !== 'success') throw new Error((answer.exceptionDetails as { text: string }).text);
  const { value } = answer.result as { value?: unknown };
  if (!isExpression) return typeof value === 'object' ? undefined : value;
  return value === undefined ? undefined : JSON.parse(String(value));
}

function canParse(code: string): boolean {
  try {
    new Function(`(${code})`);
    return true;
  } catch {
    return false;
  }
}

/** Code for a page of a function and its word. Some builds name inner functions by a helper that no page has. */
export const callOf = (code: unknown, word?: unknown): string =>
  typeof code === 'string'
    ? code
    : `(() => { const __name = (named) => named; return (${String(code)})(${JSON.stringify(word) ?? ''}); })()`;
