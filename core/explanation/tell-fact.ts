import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

type Teller = (record: string, id: FactId, rulebook: Rulebook, words: Words) => Sentence | null;

const byId = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined =>
  list.find((entry) => entry.id === id);

const nameOf = (id: string, { entities }: Rulebook): string => byId(entities, id)?.name ?? id;

/** How each file's records read as a sentence of their own, with who said it and when. */
const tellers: Record<string, Teller> = {
  statements: (record, id, rulebook, words) => {
    const said = byId(rulebook.statements, record);
    if (!said) return null;
    return words.tell('who.said', [id], {
      speaker: said.speaker[words.language],
      date: words.date(said.date),
      says: said.says[words.language],
    });
  },
  figures: (record, id, rulebook, words) => {
    const figure = byId(rulebook.figures, record);
    if (!figure) return null;
    return words.tell('figure.said', [id], {
      speaker: figure.speaker[words.language],
      date: words.date(figure.date),
      percent: figure.percent,
      precision: figure.precision,
      measures: figure.measures[words.language],
    });
  },
  events: (record, id, rulebook, words) => {
    const event = byId(rulebook.events, record);
    if (!event) return null;
    const { language } = words;
    return words.tell('who.happened', [id], { date: words.date(event.date), text: event.text[language] });
  },
  ownership: (record, id, rulebook, words) => {
    const share = byId(rulebook.ownership, record);
    if (!share) return null;
    return words.tell('who.share', [id], {
      company: nameOf(share.company, rulebook),
      owner: nameOf(share.owner, rulebook),
      percent: share.percent,
      since: words.date(share.from),
    });
  },
  entities: (record, id, rulebook, words) => {
    const entity = rulebook.entities.find(({ roles }) => byId(roles, record));
    const role = entity && byId(entity.roles, record);
    if (!entity || !role) return null;
    return words.tell('who.role', [id], { name: entity.name, role: role.text[words.language] });
  },
  help: (record, id, rulebook, { language }) => {
    const channel = byId(rulebook.help, record);
    return channel ? sentence(`${channel.name[language]}: ${channel.text[language]}`, id) : null;
  },
  checks: (record, id, rulebook, { language }) => {
    const check = byId(rulebook.checks, record);
    return check ? sentence(check.text[language], id) : null;
  },
};

/** A fact as a sentence that stands alone; null for records that claim nothing about the world outside a page. */
export function tellFact(id: FactId, rulebook: Rulebook, words: Words): Sentence | null {
  const slash = id.indexOf('/');
  const teller = tellers[id.slice(0, slash)];
  return teller?.(id.slice(slash + 1), id, rulebook, words) ?? null;
}
