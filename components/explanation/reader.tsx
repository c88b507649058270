import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Citation } from '../../core/citation/csl';
import { type Words, wordsIn } from '../../core/explanation/words';
import type { FactId } from '../../core/rulebook/facts';

/** What every part of a screen needs: the reader's words, and how to cite a fact. */
export interface Reader {
  readonly words: Words;
  readonly cite: (fact: FactId) => Citation | null;
}

export const ReaderContext = createContext<Reader>({ words: wordsIn('id'), cite: () => null });
export const useReader = (): Reader => useContext(ReaderContext);
