import { type ComparedSpelling, compareSpelling } from '../address/compare-spelling';
import { readUrl } from '../address/read-url';
import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type HelpChannel, helpFor } from './help-channels';
import type { Sentence } from './sentence';
import type { Words } from './words';

/** A host that imitates a genuine one: where the names part, what to do, and where it can be reported. */
export interface ImitationNote {
  /** Both names as they are written, with what differs marked. */
  readonly spelling: ComparedSpelling;
  /** By what the name imitates. */
  readonly how: Sentence;
  readonly genuine: Sentence;
  /** Address of the genuine site's front page. */
  readonly genuineAddress: string;
  readonly steps: readonly Sentence[];
  /** For whoever has already filled something in. */
  readonly afterwards: readonly Sentence[];
  readonly report: readonly HelpChannel[];
}

const facts: readonly FactId[] = ['lookalike/brands', 'hosts/domains'];

/** Null where no name is imitated. Says what the name shows; what its owner wants is not known, so not said. */
export function explainImitation(
  { lookalike, address }: Verdict,
  rulebook: Rulebook,
  words: Words,
): ImitationNote | null {
  const url = readUrl(address);
  if (lookalike === null || url === null) return null;
  const values = { genuine: lookalike.of };
  const report = helpFor('imitation', rulebook, words);
  const reported = report.flatMap(({ fact }) => fact);
  return {
    spelling: compareSpelling(url.hostname, lookalike.of),
    how: words.tellIfKnown(`lookalike.${lookalike.reason}`, 'lookalike.other', facts),
    genuine: words.tell('lookalike.open', facts, values),
    genuineAddress: `https://${lookalike.of}/`,
    steps: [words.tell('lookalike.step.fill', facts), words.tell('lookalike.step.leave', facts, values)],
    afterwards: [words.tell('lookalike.step.password', facts), words.tell('lookalike.step.paid', reported)],
    report,
  };
}
