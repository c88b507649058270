import type { RuleNote } from '../../core/explanation/explain-law';
import { explainLaws } from '../../core/explanation/explain-laws';
import { type Saying, statementSaying } from '../../core/explanation/saying';
import type { SourceNote } from '../../core/explanation/source-notes';
import { type Language, wordsIn } from '../../core/explanation/words';
import type { Rulebook } from '../../core/rulebook/rulebook';

const texts = {
  id: {
    title: 'Buku aturan',
    intro: (version: string, day: string) =>
      `Versi ${version}, terakhir ditinjau ${day}. Halaman ini dibuat dari data yang dipakai ekstensi, dengan kalimat yang sama. Ini informasi, bukan nasihat hukum.`,
    laws: 'Peraturan',
    said: 'Siapa mengatakan apa',
  },
  en: {
    title: 'The rulebook',
    intro: (version: string, day: string) =>
      `Version ${version}, last reviewed on ${day}. This page is made from the data that the extension uses, in the same sentences. It is information, not legal advice.`,
    laws: 'Regulations',
    said: 'Who said what',
  },
} as const;

/** Every regulation and statement of the rulebook as Markdown, in the product's own sentences, with their sources. */
export function rulebookPage(rulebook: Rulebook, language: Language): string {
  const words = wordsIn(language);
  const { about, questions, statements } = rulebook;
  const text = texts[language];
  const laws = explainLaws(rulebook, words).map(
    ({ saying, name, title, status, dates, official, articles }) => `### ${name}

*${title.text}*

${textOf(saying.sentences)} ${asSentence(dates)} ${asSentence([status])}

${sourcesOf([...(official ? [official] : []), ...saying.sources])}

${articles.map(articleOf).join('\n\n')}`,
  );
  const said = questions.map(({ id, question, ruling }) => {
    const answers = statements
      .filter((statement) => statement.question === id)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map((statement) => sayingOf(statementSaying(statement, about.reviewed, rulebook, words)));
    return `### ${question[language]}\n\n${answers.join('\n')}\n\n${ruling[language]}`;
  });
  return `# ${text.title}

${text.intro(about.version, words.date(about.reviewed))}

## ${text.laws}

${laws.join('\n\n')}

## ${text.said}

${said.join('\n\n')}
`;
}

const textOf = (sentences: readonly { text: string }[]): string =>
  sentences.map(({ text }) => text).join(' ');

/** Short notes as one sentence: "Set …, in force …, revoked …". */
const asSentence = (notes: readonly { text: string }[]): string =>
  `${notes
    .map(({ text }) => text)
    .join(', ')
    .replace(/^./, (letter) => letter.toUpperCase())}.`;

const articleOf = ({ line, plain, quote, translation, notes, sources }: RuleNote): string =>
  [
    `#### ${line.text}`,
    plain?.text,
    quote && `> ${quote}`,
    translation && `> ${translation}`,
    textOf(notes),
    sourcesOf(sources),
  ]
    .filter(Boolean)
    .join('\n\n');

/** One thing that was said, as an entry of a list. */
export const sayingOf = ({ sentences, quote, notes, sources }: Omit<Saying, 'fact'>): string =>
  `- ${[textOf(sentences), quote && `“${quote}”`, textOf(notes), sourcesOf(sources)].filter(Boolean).join(' ')}`;

const sourcesOf = (sources: readonly SourceNote[]): string =>
  sources
    .map(({ text, address }) =>
      address === null ? `(${text})` : `([${text}](${address.replaceAll(')', '%29')}))`,
    )
    .join(' ');
