import { explainDay } from '../../core/explanation/explain-day';
import { helpFor } from '../../core/explanation/help-channels';
import { type Language, wordsIn } from '../../core/explanation/words';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { sayingOf } from './rulebook-page';
import { studyChecks, studyTables } from './study-tables';

/** A page asks for something that nothing here gives. */
class UnknownFillIn extends Error {
  override readonly name = 'UnknownFillIn';
}

/** A part that is made: `<!-- npm run docs (answer) -->`, what it told before, `<!-- end -->`. */
const part = /(<!-- npm run docs \((\w+)\) -->)[\s\S]*?(<!-- end -->)/g;

/**
 * Puts facts between the marks of a page: `answer`, `rule`, `party`, `rights`, `checks` and `help` as on the rulebook's day of
 * review, in the page's language; `studyChecks` and `studyTables` as the command has them. So no fact is written down twice.
 * @throws {UnknownFillIn} naming what is not known.
 */
export const fillIn = (markdown: string, language: Language): string =>
  markdown.replace(part, (_, begin: string, name: string, end: string) => {
    const fill = fills[name];
    if (!fill) throw new UnknownFillIn(`${name} is not known: see scripts/docs/fill-ins.ts`);
    return `${begin}\n\n${fill(language).trim()}\n\n${end}`;
  });

const today = (language: Language) => {
  const { reviewed } = builtInRulebook.about;
  return explainDay(reviewed, builtInRulebook, language, reviewed).explanation;
};

/** First whom to ask about an order, then who is for imitations alone. */
function everyHelp(language: Language) {
  const words = wordsIn(language);
  const [order, imitation] = (['order', 'imitation'] as const).map((what) =>
    helpFor(what, builtInRulebook, words),
  );
  const told = new Set(order?.map(({ name }) => name));
  return [...(order ?? []), ...(imitation ?? []).filter(({ name }) => !told.has(name))];
}

const fills: Readonly<Record<string, (language: Language) => string>> = {
  studyChecks,
  studyTables,
  answer: (language) => `> ${today(language).answer.text}`,
  rule: (language) => {
    const { rule } = today(language);
    if (!rule) return '';
    return sayingOf({
      sentences: [
        { text: `**${rule.line.text}**.`, facts: rule.line.facts },
        ...(rule.plain ? [rule.plain] : []),
      ],
      quote: rule.quote,
      notes: rule.notes,
      sources: rule.sources,
    });
  },
  rights: (language) =>
    (today(language).rights?.rights ?? [])
      .map(({ article, sentences, ...saying }) => sayingOf({ ...saying, sentences: [...sentences, article] }))
      .join('\n'),
  checks: (language) => (today(language).rights?.checks ?? []).map((check) => sayingOf(check)).join('\n'),
  party: (language) => today(language).rights?.party?.text ?? '',
  help: (language) =>
    everyHelp(language)
      .map(({ name, contacts, checked, sentences, ...saying }) => {
        const ways = contacts.map(({ text, link }) => (link ? `[${text}](${link})` : text)).join(', ');
        return sayingOf({
          ...saying,
          sentences: [
            { text: `**${name}**.`, facts: [] },
            ...sentences,
            { text: `${ways}.`, facts: [] },
            checked,
          ],
        });
      })
      .join('\n'),
};
