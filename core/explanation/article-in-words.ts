import type { Words } from './words';

const shape = /^(\d+)(?:\((\d+)\))?([a-z])?$/;

/**
 * An article as the law of the language writes it: `25(3)` is "25 ayat (3)", `18(4)a` is "18 ayat (4) huruf a", and the
 * definitions of article 1 are its points, "1 angka 10".
 */
export function articleInWords(article: string, words: Words): string {
  const [, number = article, part, letter] = shape.exec(article) ?? [];
  const key = number === '1' ? 'article.point' : 'article.paragraph';
  const place = part === undefined ? number : words.say(key, { article: number, part });
  return letter === undefined ? place : words.say('article.letter', { article: place, letter });
}
