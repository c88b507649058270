import type { FactId } from '../rulebook/facts';
import type { Provision, Rulebook } from '../rulebook/rulebook';
import { articleInWords } from './article-in-words';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

/** An article in plain words, with its place. */
export interface ArticleNote extends Saying {
  readonly article: Sentence;
}

/** What an article says in plain words, with its sources and its doubt. */
export function articleNote(provision: Provision, rulebook: Rulebook, words: Words): ArticleNote {
  const fact: FactId = `provisions/${provision.id}`;
  return {
    ...saying(fact, [sentence(provision.plain[words.language], fact)], rulebook, words),
    article: articleLine(provision, rulebook, words),
  };
}

/** "Permendag 19/2026, Pasal 25 ayat (3)" */
export function articleLine(provision: Provision, rulebook: Rulebook, words: Words): Sentence {
  const regulation = rulebook.regulations.find(({ id }) => id === provision.regulation);
  return words.tell('rule.line', [`provisions/${provision.id}`], {
    regulation: regulation?.short[words.language] ?? provision.regulation,
    provision: articleInWords(provision.article, words),
  });
}
