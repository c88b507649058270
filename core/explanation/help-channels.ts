import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

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

type HelpRecord = Rulebook['help'][number];

/** Whom the rulebook knows to help with an order, or with an imitated address. */
export const helpFor = (what: HelpRecord['with'][number], rulebook: Rulebook, words: Words): HelpChannel[] =>
  rulebook.help
    .filter((channel) => channel.with.includes(what))
    .map((channel) => helpChannel(channel, rulebook, words));

function helpChannel(
  { id, name, text, contacts, checked }: HelpRecord,
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
