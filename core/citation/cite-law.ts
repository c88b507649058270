import { articleInWords } from '../explanation/article-in-words';
import type { Words } from '../explanation/words';
import type { Provision, Regulation, Rulebook } from '../rulebook/rulebook';
import { type Citation, issuedOn } from './csl';

/** Cites a regulation, or one article of it with its original words; what rests on one copy says so. */
export function citeLaw(
  regulation: Regulation,
  provision: Provision | undefined,
  { about }: Rulebook,
  words: Words,
): Citation {
  const { title, number, gazette, official } = regulation;
  const article = provision
    ? words.say('cite.article', { article: articleInWords(provision.article, words) })
    : '';
  const quote = provision?.quote ? `“${provision.quote}”` : '';
  const place = joined([title.id, gazette, article], ', ');
  const remarks = [
    provision?.caution === 'single-copy' ? words.say('cite.single-copy') : '',
    words.say('cite.rulebook', { version: about.version }),
  ];
  return {
    text: joined([quote ? `${place}: ${quote}` : `${place}.`, official, ...remarks], ' '),
    csl: [
      {
        id: provision?.id ?? regulation.id,
        type: 'legislation',
        title: title.id,
        number,
        ...(provision && { section: provision.article }),
        ...(gazette && { 'container-title': gazette }),
        issued: issuedOn(publishedOn(regulation)),
        ...(official && { URL: official }),
        language: 'id',
        note: joined([quote, ...remarks], ' '),
      },
    ],
  };
}

/** The first day of its life that somebody confirmed; else the year of its number. */
function publishedOn({ promulgated, set, number }: Regulation): string {
  const confirmed = [promulgated, set].find((dated) => dated !== null && dated.confidence !== 'U');
  return confirmed?.date ?? number.slice(-4);
}

const joined = (parts: readonly (string | null)[], between: string): string =>
  parts.filter(Boolean).join(between);
