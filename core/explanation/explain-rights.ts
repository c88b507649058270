import type { FactId } from '../rulebook/facts';
import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { articleLine } from './explain-law';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

/** A right of the buyer in plain words, with the article it comes from. */
export interface Right extends Saying {
  readonly article: Sentence;
}

/** Somebody to turn to; `link` is null for what can only be copied. */
export interface HelpChannel extends Saying {
  readonly name: string;
  readonly contacts: readonly {
    readonly text: string;
    readonly link: string | null;
    readonly copies: string;
  }[];
  readonly checked: Sentence;
}

export interface RightsNote {
  readonly rights: readonly Right[];
  readonly help: readonly HelpChannel[];
}

const subjects = [
  'exchange-and-cancel',
  'refund',
  'complaint-service',
  'ministry-contact',
  'report-to-minister',
];

/** What a buyer may ask for on the day of the verdict, and where to get help. Reports rules, promises nothing. */
export function explainRights({ date }: Verdict, rulebook: Rulebook, words: Words): RightsNote {
  const inForce = new Set(
    rulebook.regulations.filter((regulation) => isInForce(regulation, date)).map(({ id }) => id),
  );
  const rights = subjects.flatMap((subject) =>
    rulebook.provisions
      .filter((provision) => provision.subject === subject && inForce.has(provision.regulation))
      .map((provision): Right => {
        const fact: FactId = `provisions/${provision.id}`;
        return {
          ...saying(fact, [sentence(provision.plain[words.language], fact)], rulebook, words),
          article: articleLine(provision, rulebook, words),
        };
      }),
  );
  return { rights, help: rulebook.help.map((channel) => helpChannel(channel, rulebook, words)) };
}

function helpChannel(
  { id, name, text, contacts, checked }: Rulebook['help'][number],
  rulebook: Rulebook,
  words: Words,
): HelpChannel {
  const fact: FactId = `help/${id}`;
  return {
    ...saying(fact, [sentence(text[words.language], fact)], rulebook, words),
    name: name[words.language],
    contacts: contacts.map((contact) => ({
      text: contact.kind === 'whatsapp' ? `WhatsApp ${contact.text}` : contact.text,
      link: contact.link,
      copies: contact.text,
    })),
    checked: words.tell('help.checked', [fact], { date: words.date(checked) }),
  };
}
