import { publisherOf } from '../explanation/source-notes';
import { tellFact } from '../explanation/tell-fact';
import type { Words } from '../explanation/words';
import { type FactId, factsOf } from '../rulebook/facts';
import type { Rulebook, Source, Statement } from '../rulebook/rulebook';
import { citeLaw } from './cite-law';
import { type Citation, issuedOn } from './csl';

/**
 * Cites a fact of the rulebook: what is said, who said it, when, where it can be read, and the rulebook's version.
 * Null for records that nobody but us vouches for (hosts, signals, the review itself).
 */
export function cite(id: FactId, rulebook: Rulebook, words: Words): Citation | null {
  const provision = rulebook.provisions.find((entry) => id === `provisions/${entry.id}`);
  const regulation = rulebook.regulations.find(
    (entry) => id === `regulations/${entry.id}` || entry.id === provision?.regulation,
  );
  if (regulation) return citeLaw(regulation, provision, rulebook, words);

  const told = tellFact(id, rulebook, words);
  const known = factsOf(rulebook).get(id)?.sources ?? [];
  const sources = rulebook.sources.filter((source) => known.includes(source.id));
  if (told === null || sources.length === 0) return null;

  const statement = rulebook.statements.find((entry) => id === `statements/${entry.id}`);
  const claim = [told.text, ...originalWords(statement)].join(' ');
  const version = words.say('cite.rulebook', { version: rulebook.about.version });
  const places = sources.map((source) => placeOf(source, words)).join('; ');
  return {
    text: `${claim} ${words.say('cite.in')} ${places}. ${version}`,
    csl: sources.map((source) => ({
      id: source.id,
      type: 'webpage',
      title: source.title,
      'container-title': publisherOf(source, words),
      issued: issuedOn(source.date),
      ...(source.address !== null && { URL: source.address }),
      language: 'id',
      note: `${claim} ${version}`,
    })),
  };
}

const originalWords = (statement: Statement | undefined): string[] =>
  statement?.quote ? [`“${statement.quote}”.`] : [];

const placeOf = (source: Source, words: Words): string =>
  `${source.title} (${publisherOf(source, words)}, ${words.date(source.date)}), ${source.address ?? words.say('cite.no-address')}`;
