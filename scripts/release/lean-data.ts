import type { Plugin } from 'vite';

/** The scripts that run inside a page and carry rules. */
const inPages = new Set(['page-reader', 'personal-finder', 'state-shape', 'page-redactor']);
const provenance = new Set(['sources', 'confidence', 'checked']);

/** What the finder asks no rule for: it strips addresses, and judges none. */
const verdicts = new Set(['id', 'kind', 'surface', 'processor', 'basket', 'why']);

/** Beside the address itself, all that the script in a page asks of a state is whether it is there. */
const kindsOfPages = new Set(['surface', 'kinds']);

interface Entrypoint {
  readonly name: string;
}

/** Whether what is built runs inside a page. */
const isForPages = (entrypoints: readonly Entrypoint[]): boolean =>
  entrypoints.every(({ name }) => inPages.has(name));

const none: ReadonlySet<string> = new Set();

/** What is taken out of a file besides: rules of text are told apart by nothing but their patterns. */
function unasked(file: string, entrypoints: readonly Entrypoint[]): ReadonlySet<string> {
  if (file === 'rulebook/personal') return new Set(['id']);
  const isFor = (script: string) => entrypoints.every(({ name }) => name === script);
  if (isFor('page-reader') && file === 'rulebook/signals') return kindsOfPages;
  return isFor('personal-finder') && file === 'rulebook/hosts' ? verdicts : none;
}

type Fields = Readonly<Record<string, unknown>>;
const only = (names: readonly string[]) => (record: Fields) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
const nothing = () => [];

/** The texts that the toolbar and the note speak. */
export const backgroundTexts =
  /^(?:answer|language|onpage)\.|^(?:popup\.title|popup\.title-recording|label\.name)$/;
const spoken = (texts: Fields) =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => backgroundTexts.test(key)));

/**
 * What the background reads of each file: it judges, and shows an answer in the toolbar and in a note. Who says so, what
 * happened when, and the law's own words stay with the pages that show them. A browser reads all of it at each start.
 */
const forBackground: Readonly<Record<string, (file: never) => unknown>> = {
  'rulebook/statements': nothing,
  'rulebook/events': nothing,
  'rulebook/figures': nothing,
  'rulebook/questions': nothing,
  'rulebook/checks': nothing,
  'rulebook/help': nothing,
  'rulebook/ownership': nothing,
  'rulebook/entities': nothing,
  'rulebook/sources': nothing,
  'rulebook/regulations': (laws: Fields[]) =>
    laws.map(only(['id', 'series', 'inForce', 'revoked', 'status'])),
  'rulebook/provisions': (provisions: Fields[]) =>
    provisions.map(only(['id', 'regulation', 'article', 'subject'])),
  'rulebook/personal': ({ rules, ...others }: Fields & { rules: Fields[] }) => ({
    ...Object.fromEntries(
      Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
    ),
    rules: rules.filter(({ record }) => record),
  }),
  'codebook/tables': ({ schema_version, tables }: Fields & { tables: { events: { fields: Fields[] } } }) => ({
    schema_version,
    tables: {
      events: {
        fields: tables.events.fields.map(({ categories, ...field }) => ({
          ...only(['name', 'type', 'class', 'nullable', 'open'])(field),
          ...(Array.isArray(categories) && { categories: categories.map(only(['value'])) }),
        })),
      },
    },
  }),
  'texts/id': spoken,
  'texts/en': spoken,
};

/** Takes out of data what the program that is built does not read of it: a script in a page cites nobody. */
export function leanData(entrypoints: readonly Entrypoint[]): Plugin | null {
  const isBackground = entrypoints.every(({ name }) => name === 'background');
  if (!isBackground && !isForPages(entrypoints)) return null;
  return {
    name: 'lean-data',
    enforce: 'pre',
    transform(code, id) {
      const [, file] = /\/((?:rulebook|codebook|texts)\/[a-z]+)\.json$/.exec(id) ?? [];
      if (file === undefined) return null;
      const left = isBackground ? none : unasked(file, entrypoints);
      const bare = JSON.parse(code, (key, value) =>
        provenance.has(key) || left.has(key) ? undefined : value,
      );
      const keep = isBackground ? forBackground[file] : undefined;
      return { code: JSON.stringify(keep ? keep(bare as never) : bare), map: null };
    },
  };
}

/**
 * Builds a script for pages without the frame that tells of its faults in a development build only: it would be a
 * twentieth of what every page gets.
 */
export const bareScript = (): Plugin => ({
  name: 'bare-script',
  enforce: 'pre',
  transform(code, id) {
    const [, script] = /\bimport definition from "([^"]+)"/.exec(code) ?? [];
    return id.includes('virtual:wxt-unlisted-script-entrypoint') && script !== undefined
      ? { code: `import script from ${JSON.stringify(script)};\nexport default script.main();`, map: null }
      : null;
  },
});
