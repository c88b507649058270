import { isUnder } from '../address/is-under';
import { readUrl } from '../address/read-url';
import { keptQuery, knownWords } from '../flow/strip-address';
import type { HostRules } from '../rulebook/rulebook';
import type { MadeIds } from './made-ids';

/** Stands for an address on a host of neither company. */
const elsewhere = 'https://other.example/';
const locale = /^[a-z]{2}(-[A-Z]{2})?$/;

/**
 * An address of the companies' hosts with made ids and without names, query and fragment; any other address becomes
 * one that is nobody's. Null for what is no address of the web.
 */
export function redactAddress(value: string, ids: MadeIds, rules: HostRules): string | null {
  const url = readUrl(value);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const isGenuine = rules.domains.some(({ domain }) => isUnder(url.hostname, domain));
  // An address with a user name is refused wherever it is judged: without it, it would be taken for genuine.
  if (!isGenuine || url.username !== '' || url.password !== '') return elsewhere;
  const known = knownWords(rules);
  const path = url.pathname
    .split('/')
    .map((part) => {
      if (isPlain(part, known)) return part;
      if (part.startsWith('@')) return part === '@' ? '@' : '@_';
      return /^\d{5,25}$/.test(part) ? ids.of(part) : '_';
    })
    .join('/');
  return `${url.protocol}//${url.host}${path}${keptQuery(url, rules)}`;
}

const isPlain = (part: string, known: ReadonlySet<string>): boolean =>
  part === '' || known.has(part) || locale.test(part);

/** The parts of an address that may name somebody: what `redactAddress` replaces, and all of its query and fragment. */
export function replacedParts(value: string, rules: HostRules): string[] {
  const url = readUrl(value);
  if (url === null) return [];
  const known = knownWords(rules);
  const path = url.pathname.split('/').filter((part) => !isPlain(part, known));
  const query = [...url.searchParams].flat();
  return [...path.flatMap((part) => [part, decoded(part)]), ...query, decoded(url.hash.slice(1))];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
