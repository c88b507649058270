import type { Rulebook, Source } from '../rulebook/rulebook';
import type { Words } from './words';

/** A link to where a statement can be checked; `address` is null for what has no page of its own. */
export interface SourceNote {
  readonly text: string;
  readonly address: string | null;
}

/** The named sources, each once, with publisher and date. */
export function sourceNotes(ids: readonly string[], rulebook: Rulebook, words: Words): SourceNote[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = rulebook.sources.find((candidate) => candidate.id === id);
    if (!source) return [];
    return [{ text: `${publisherOf(source, words)}, ${words.date(source.date)}`, address: source.address }];
  });
}

/** A publisher by its name; one without a name by what it is, in the reader's language. */
export const publisherOf = ({ publisher }: Source, { language }: Words): string =>
  typeof publisher === 'string' ? publisher : publisher[language];
