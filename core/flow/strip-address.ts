import { findSurface, pagesOf } from '../address/find-surface';
import { isLogInWall } from '../address/log-in-wall';
import { readUrl } from '../address/read-url';
import { isStoredCopy } from '../address/stored-copy';
import type { HostRules } from '../rulebook/rulebook';

/** Stands for a number that a rule asks for: short, and nobody's. */
const anyNumber = '00000';
const anyName = '_';
/** What is kept of a log-in wall's query: that it leads to another page. */
const wallQuery = '?next=%2F';
/** What is kept of a query that names a page of ours: that it does. */
const copyQuery = '?url=https://www.tiktok.com/_';

const words = new WeakMap<HostRules, ReadonlySet<string>>();

/** The fixed parts of paths that the rulebook's rules know: these name kinds of pages, never people. */
export function knownWords(rules: HostRules): ReadonlySet<string> {
  const known = words.get(rules);
  if (known) return known;
  const patterns = [
    ...rules.hosts.flatMap(({ pages }) => pages.map(({ path }) => path)),
    ...rules.families.map(({ path }) => path ?? ''),
  ];
  const found = new Set([
    ...patterns.flatMap((pattern) => [...wordsIn(pattern), ...choicesIn(pattern)]),
    // A copy of a page is told by the host that its path names.
    ...rules.hosts.map(({ host }) => host),
    'https:',
    'http:',
    // A log-in page is no other page, whichever of its names it has.
    ...rules.logIn,
  ]);
  words.set(rules, found);
  return found;
}

/**
 * An address without names, numbers, query and fragment, that the rulebook still judges the same:
 * `https://www.tiktok.com/@someone/video/76…` becomes `https://www.tiktok.com/@_/video/00000`.
 * '' for what is no address of the web.
 */
export function stripAddress(address: string, rules: HostRules): string {
  const url = readUrl(address);
  // An address with a user name is refused wherever it is judged: stripped of it, it would be taken for genuine.
  if (url === null || !/^https?:$/.test(url.protocol) || `${url.username}${url.password}` !== '') return '';
  const known = knownWords(rules);
  const path = url.pathname
    .split('/')
    .map((part) => strippedPart(part, known))
    .join('/');
  const kept = `${url.protocol}//${url.host}${path}`;
  if (namesAnother(url, kept, rules)) return `${kept}${copyQuery}`;
  return `${kept}${isLogInWall(url, rules) ? wallQuery : keptQuery(url, rules)}`;
}

/** Whether somebody else's page may be a copy of one of ours, and its address tells so only in what is not kept. */
const namesAnother = (url: URL, kept: string, rules: HostRules): boolean =>
  findSurface(url, rules).surface === 'elsewhere' &&
  isStoredCopy(url, rules) &&
  !isStoredCopy(new URL(kept), rules);

/** Words of a pattern; a name with an ending, such as `invoice\\.pl`, is one. */
const wordsIn = (pattern: string): string[] =>
  (pattern.match(/[a-z][a-z0-9_-]*(?:\\\.[a-z]+)?/g) ?? []).map((word) => word.replace('\\', ''));

/** Words that a pattern writes with a choice: `order_(?:list|detail)` knows `order_list`. */
const choicesIn = (pattern: string): string[] =>
  [...pattern.matchAll(/([a-z][a-z_-]*)\(\?:([a-z_|-]+)\)/g)].flatMap(([, start = '', ends = '']) =>
    ends.split('|').map((end) => start + end),
  );

/** A language's name before a path: `id-ID`, `zh-Hant-TW`. */
const isLocale = /^[a-z]{2}(?:-[A-Z]{2}|-[A-Z][a-z]{3}(?:-[A-Z]{2})?)?$/;

function strippedPart(part: string, known: ReadonlySet<string>): string {
  if (part === '' || known.has(part) || isLocale.test(part)) return part;
  if (part.startsWith('@')) return `@${anyName}`;
  const [, ending] = /^\d{5,25}(\.html)?$/.exec(part) ?? [anyName, null];
  return ending === null ? anyName : anyNumber + (ending ?? '');
}

/** A rule may ask for a query, such as the region: that one stays. */
export function keptQuery(url: URL, rules: HostRules): string {
  const wanted = pagesOf(url.hostname, rules).flatMap(({ query }) => Object.entries(query ?? {}));
  const kept = wanted.filter(([name, value]) => url.searchParams.get(name)?.toUpperCase() === value);
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

/** A stripped address's path with `{id}` for all that was taken out. */
export const pathTemplate = (stripped: string): string | null => {
  const url = readUrl(stripped);
  if (url === null) return null;
  return url.pathname
    .split('/')
    .map((part) =>
      part === `@${anyName}`
        ? '@{id}'
        : part === anyName || part === anyNumber
          ? '{id}'
          : part.replace(`${anyNumber}.`, '{id}.'),
    )
    .join('/');
};
