import type { Plugin } from 'vite';

/** The scripts that run inside a page and carry rules. */
const inPages = new Set(['page-reader', 'personal-finder', 'state-shape', 'page-redactor']);
const provenance = new Set(['sources', 'confidence', 'checked']);

/** What the finder asks no rule for: it strips addresses, and judges none. */
const verdicts = new Set(['id', 'kind', 'surface', 'processor', 'basket', 'why']);

interface Entrypoint {
  readonly name: string;
}

/** Whether what is built runs inside a page. */
export const isForPages = (entrypoints: readonly Entrypoint[]): boolean =>
  entrypoints.every(({ name }) => inPages.has(name));

const none: ReadonlySet<string> = new Set();

/** What is taken out of a file besides: rules of text are told apart by nothing but their patterns. */
function unasked(file: string, entrypoints: readonly Entrypoint[]): ReadonlySet<string> {
  if (file.endsWith('/personal.json')) return new Set(['id']);
  const isFinder = entrypoints.every(({ name }) => name === 'personal-finder');
  return isFinder && file.endsWith('/hosts.json') ? verdicts : none;
}

/** Takes out of the rulebook's files who vouches for each rule: a script in a page reads by them, and cites nobody. */
export const bareRules = (entrypoints: readonly Entrypoint[]): Plugin => ({
  name: 'bare-rules',
  enforce: 'pre',
  transform: (code, id) =>
    /\/rulebook\/[a-z]+\.json$/.test(id)
      ? {
          code: JSON.stringify(
            JSON.parse(code, (key, value) =>
              provenance.has(key) || unasked(id, entrypoints).has(key) ? undefined : value,
            ),
          ),
          map: null,
        }
      : null,
});
