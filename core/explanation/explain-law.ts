import type { Regulation, Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type SourceNote, sourceNotes } from './source-notes';
import type { Words } from './words';

/** The rule of the day in words: what it asks, never what follows from it. */
export interface RuleNote {
  readonly heading: string;
  readonly line: string;
  readonly plain: string | null;
  readonly quote: string | null;
  readonly translation: string | null;
  readonly notes: readonly string[];
  /** Who disputes that the rule is kept, as one dated example with its source. */
  readonly dispute: { readonly text: string; readonly source: SourceNote } | null;
  readonly source: SourceNote | null;
}

/** Explains the first regulation of a verdict's law. */
export function explainLaw(verdict: Verdict, rulebook: Rulebook, words: Words): RuleNote | null {
  const reference = verdict.law[0];
  const regulation = rulebook.regulations.find(({ id }) => id === reference?.regulation);
  if (!reference || !regulation) return null;
  const name = regulation.short[words.language];
  const provision = regulation.provisions.find(({ id }) => id === reference.provisions[0]);
  const frame = {
    heading: words.say('rule.heading', { date: words.date(verdict.date) }),
    source: officialSource(regulation, rulebook, words),
  };
  if (!provision) {
    const line = words.say('rule.silent', { regulation: name });
    return {
      ...frame,
      line,
      plain: null,
      quote: null,
      translation: null,
      notes: [timeNote(regulation, rulebook, words)],
      dispute: null,
    };
  }
  return {
    ...frame,
    line: words.say('rule.line', { regulation: name, provision: provision.id }),
    plain: provision.plain[words.language],
    quote: provision.quote,
    translation: words.language === 'id' ? null : provision.translation,
    notes: [
      timeNote(regulation, rulebook, words),
      ...(provision.caution === 'single-copy' ? [words.say('rule.single-copy')] : []),
    ],
    dispute: disputeNote(verdict, rulebook, words),
  };
}

/** What was said later than the day of the verdict was not yet said. */
function disputeNote({ date }: Verdict, rulebook: Rulebook, words: Words): RuleNote['dispute'] {
  const doubt = rulebook.statements.find(
    (statement) =>
      statement.subject === 'is-back-end-separation-enough' &&
      statement.stance === 'against' &&
      statement.date <= date,
  );
  const [source] = doubt ? sourceNotes(doubt.sources, rulebook, words) : [];
  if (!doubt || !source) return null;
  const speaker = doubt.speaker[words.language];
  return { text: words.say('rule.open', { speaker, date: words.date(doubt.date) }), source };
}

function timeNote({ inForce, revoked }: Regulation, rulebook: Rulebook, words: Words): string {
  if (revoked === null) return words.say('rule.in-force', { date: words.date(inForce.date) });
  const successor = rulebook.regulations.find(({ id }) => id === revoked.by);
  return words.say('rule.revoked', {
    date: words.date(revoked.date),
    by: successor?.short[words.language] ?? revoked.by,
  });
}

function officialSource(regulation: Regulation, rulebook: Rulebook, words: Words): SourceNote | null {
  if (regulation.official) return { text: words.say('rule.source'), address: regulation.official };
  return sourceNotes(regulation.sources, rulebook, words)[0] ?? null;
}
