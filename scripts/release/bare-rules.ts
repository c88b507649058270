import type { Plugin } from 'vite';

/** The scripts that run inside a page and carry rules. */
const inPages = new Set(['page-reader', 'personal-finder', 'state-shape', 'page-redactor']);
const provenance = new Set(['sources', 'confidence', 'checked']);

/** Rules of this file are told apart by nothing but their patterns. */
const unnamed = /\/personal\.json$/;

/** Whether what is built runs inside a page. */
export const isForPages = (entrypoints: readonly { readonly name: string }[]): boolean =>
  entrypoints.every(({ name }) => inPages.has(name));

/** Takes out of the rulebook's files who vouches for each rule: a script in a page reads by them, and cites nobody. */
export const bareRules = (): Plugin => ({
  name: 'bare-rules',
  enforce: 'pre',
  transform: (code, id) =>
    /\/rulebook\/[a-z]+\.json$/.test(id)
      ? {
          code: JSON.stringify(
            JSON.parse(code, (key, value) =>
              provenance.has(key) || (key === 'id' && unnamed.test(id)) ? undefined : value,
            ),
          ),
          map: null,
        }
      : null,
});
