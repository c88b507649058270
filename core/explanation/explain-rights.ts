import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type SourceNote, sourceNotes } from './source-notes';
import type { Words } from './words';

/** A right of the buyer in plain words, with the article it comes from. */
export interface Right {
  readonly text: string;
  readonly article: string;
  readonly source: SourceNote | null;
}

export interface HelpChannel {
  readonly name: string;
  readonly contacts: readonly { readonly text: string; readonly link: string | null }[];
  readonly checked: string;
}

export interface RightsNote {
  readonly rights: readonly Right[];
  readonly help: readonly HelpChannel[];
}

const subjects = ['exchange-and-cancel', 'refund', 'complaint-service', 'ministry-contact'];

/** What a buyer may ask for on the day of the verdict, and where to get help. Reports rules, promises nothing. */
export function explainRights({ date }: Verdict, rulebook: Rulebook, words: Words): RightsNote {
  const inForce = rulebook.regulations.filter((regulation) => isInForce(regulation, date));
  const rights = subjects.flatMap((subject) =>
    inForce.flatMap((regulation) =>
      regulation.provisions
        .filter((provision) => provision.subject === subject)
        .map((provision) => ({
          text: provision.plain[words.language],
          article: words.say('rule.line', {
            regulation: regulation.short[words.language],
            provision: provision.id,
          }),
          source: sourceNotes(provision.sources, rulebook, words)[0] ?? null,
        })),
    ),
  );
  const help = rulebook.help.map(({ name, contacts, checked }) => ({
    name: name[words.language],
    contacts: contacts.map(({ kind, text, link }) => ({
      text: kind === 'whatsapp' ? `WhatsApp ${text}` : text,
      link,
    })),
    checked: words.say('rights.checked', { date: words.date(checked) }),
  }));
  return { rights, help };
}
