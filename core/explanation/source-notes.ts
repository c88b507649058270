import type { Rulebook } from '../rulebook/rulebook';
import type { Words } from './words';

/** A link to where a statement can be checked; `address` is null for captures that have no page of their own. */
export interface SourceNote {
  readonly text: string;
  readonly address: string | null;
}

/** The named sources, each once, with publisher and date. */
export function sourceNotes(ids: readonly string[], rulebook: Rulebook, words: Words): SourceNote[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = rulebook.sources.find((candidate) => candidate.id === id);
    if (!source) return [];
    return [{ text: `${source.publisher}, ${words.date(source.date)}`, address: source.address }];
  });
}
