import type { ArticleNote } from '../core/explanation/article-note';
import { type Explanation, explain } from '../core/explanation/explain';
import type { Saying } from '../core/explanation/saying';
import type { Sentence } from '../core/explanation/sentence';
import type { SourceNote } from '../core/explanation/source-notes';
import { type Language, type Words, wordsIn } from '../core/explanation/words';
import type { Rulebook } from '../core/rulebook/rulebook';
import type { Verdict } from '../core/verdict/verdict';

/** A verdict as text for a terminal, with the very sentences of the popup. `today` is an ISO day. */
export function printVerdict(
  verdict: Verdict,
  rulebook: Rulebook,
  language: Language,
  today: string,
): string {
  const words = wordsIn(language);
  const told = explain(verdict, rulebook, language, today);
  const { who, rule, disputed, rights } = told;
  const blocks = [
    textsOf([told.answer, ...told.advice]),
    [`${verdict.address || '–'}   ${words.date(verdict.date)}`],
    told.rulesOld ? [told.rulesOld.text] : [],
    titled(words.say('heading.unread'), textsOf(told.unread)),
    titled(words.say('heading.who'), who ? [...sayingLines(who.sayings), ...textsOf([who.ruling])] : []),
    titled(words.say('heading.story'), who ? sayingLines(who.story) : []),
    titled(words.say('heading.rule'), ruleLines(rule)),
    titled(words.say('label.also'), articleLines(rule?.also ?? [])),
    titled(words.say('heading.disputed'), disputeLines(disputed, words)),
    titled(words.say('heading.rights'), rightsLines(rights)),
    titled(words.say('heading.checks'), sayingLines(rights?.checks ?? [])),
    titled(words.say('heading.help'), helpLines(rights)),
    titled(
      words.say('heading.seen'),
      told.seen.map(
        ({ sentence, weightText, whereText }) => `${sentence.text}  [${weightText}, ${whereText}]`,
      ),
    ),
    [`${words.say('popup.notice')} ${told.rulebook.text}`],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

const textsOf = (sentences: readonly (Sentence | null)[]): string[] =>
  sentences.flatMap((entry) => entry?.text ?? []);

const sourceLines = (sources: readonly SourceNote[]): string[] =>
  sources.map(({ text, address }) => (address === null ? `  ${text}` : `  ${text}: ${address}`));

const sayingLines = (sayings: readonly Saying[]): string[] =>
  sayings.flatMap(({ sentences, quote, notes, sources }) => [
    textsOf(sentences).join(' '),
    ...(quote === null ? [] : [`  “${quote}”`]),
    ...textsOf(notes).map((note) => `  ${note}`),
    ...sourceLines(sources),
  ]);

function ruleLines(rule: Explanation['rule']): string[] {
  if (!rule) return [];
  return [
    ...textsOf([rule.line, rule.plain]),
    ...(rule.quote ? [`“${rule.quote}”`] : []),
    ...(rule.translation ? [`“${rule.translation}”`] : []),
    ...textsOf(rule.notes),
    ...sourceLines(rule.sources),
  ];
}

function disputeLines(dispute: Explanation['disputed'], words: Words): string[] {
  if (!dispute) return [];
  return [
    dispute.question.text,
    ...(dispute.for.length > 0 ? [words.say('label.for'), ...sayingLines(dispute.for)] : []),
    ...(dispute.mixed.length > 0 ? [words.say('label.mixed'), ...sayingLines(dispute.mixed)] : []),
    ...(dispute.against.length > 0 ? [words.say('label.against'), ...sayingLines(dispute.against)] : []),
    ...(dispute.earlier ? [dispute.earlier.text] : []),
    dispute.ruling.text,
  ];
}

function rightsLines(note: Explanation['rights']): string[] {
  if (!note) return [];
  return [...textsOf([note.party]), ...articleLines(note.rights)];
}

const articleLines = (articles: readonly ArticleNote[]): string[] =>
  articles.flatMap(({ sentences, article, notes }) => [
    `${textsOf(sentences).join(' ')}  [${article.text}]`,
    ...textsOf(notes).map((text) => `  ${text}`),
  ]);

const helpLines = (note: Explanation['rights']): string[] =>
  (note?.help ?? []).flatMap(({ name, sentences, contacts, checked, notes }) => [
    `${name}: ${textsOf(sentences).join(' ')}`,
    ...contacts.map(({ text }) => `  ${text}`),
    `  ${textsOf([checked, ...notes]).join(' ')}`,
  ]);
