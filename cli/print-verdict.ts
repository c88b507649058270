import { explain } from '../core/explanation/explain';
import { type Language, wordsIn } from '../core/explanation/words';
import type { Rulebook } from '../core/rulebook/rulebook';
import type { Verdict } from '../core/verdict/verdict';

/** A verdict as text for a terminal, with the very sentences of the popup. */
export function printVerdict(verdict: Verdict, rulebook: Rulebook, language: Language): string {
  const words = wordsIn(language);
  const told = explain(verdict, rulebook, language);
  const blocks = [
    [told.answer, ...told.advice],
    [`${verdict.address || '–'}   ${words.date(verdict.date)}`],
    told.rulesOld ? [told.rulesOld] : [],
    titled(words.say('heading.who'), [
      ...(told.who?.lines ?? []),
      ...(told.who?.sources ?? []).map(sourceLine),
    ]),
    titled(told.rule?.heading ?? '', ruleLines(told.rule)),
    titled(words.say('heading.rights'), rightsLines(told.rights)),
    titled(
      words.say('heading.seen'),
      told.seen.map(({ text, weightText, whereText }) => `${text}  [${weightText}, ${whereText}]`),
    ),
    titled(words.say('heading.unread'), told.unread),
    [
      `${words.say('popup.notice')} ${words.say('popup.rulebook', { version: verdict.rulebook.version, date: words.date(verdict.rulebook.reviewed) })}`,
    ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

const sourceLine = ({ text, address }: { text: string; address: string | null }): string =>
  address === null ? text : `${text}: ${address}`;

function ruleLines(rule: ReturnType<typeof explain>['rule']): string[] {
  if (!rule) return [];
  return [
    rule.line,
    ...(rule.plain ? [rule.plain] : []),
    ...(rule.quote ? [`“${rule.quote}”`] : []),
    ...(rule.translation ? [`“${rule.translation}”`] : []),
    ...rule.notes,
    ...(rule.dispute ? [`${rule.dispute.text} ${sourceLine(rule.dispute.source)}`] : []),
    ...(rule.source ? [sourceLine(rule.source)] : []),
  ];
}

function rightsLines(note: ReturnType<typeof explain>['rights']): string[] {
  if (!note) return [];
  return [
    ...note.rights.map(({ text, article }) => `${text}  [${article}]`),
    ...note.help.map(
      ({ name, contacts, checked }) => `${name}: ${contacts.map(({ text }) => text).join(', ')}. ${checked}`,
    ),
  ];
}
