import checks from '../../rulebook/checks.json';
import entities from '../../rulebook/entities.json';
import events from '../../rulebook/events.json';
import figures from '../../rulebook/figures.json';
import help from '../../rulebook/help.json';
import hosts from '../../rulebook/hosts.json';
import lookalike from '../../rulebook/lookalike.json';
import looks from '../../rulebook/looks.json';
import ownership from '../../rulebook/ownership.json';
import personal from '../../rulebook/personal.json';
import phases from '../../rulebook/phases.json';
import props from '../../rulebook/props.json';
import provisions from '../../rulebook/provisions.json';
import questions from '../../rulebook/questions.json';
import regulations from '../../rulebook/regulations.json';
import about from '../../rulebook/rulebook.json';
import signals from '../../rulebook/signals.json';
import sources from '../../rulebook/sources.json';
import statements from '../../rulebook/statements.json';
import type { Rulebook } from './rulebook';

/** The rulebook's files as one object, unchecked: `npm run rulebook:check`, every build and every test check it. */
export const rulebookFiles = {
  about,
  sources,
  hosts,
  signals,
  looks,
  props,
  personal,
  lookalike,
  phases,
  regulations,
  provisions,
  entities,
  ownership,
  help,
  checks,
  questions,
  statements,
  events,
  figures,
};

/** The rulebook that ships with this version. */
export const builtInRulebook = rulebookFiles as unknown as Rulebook;
