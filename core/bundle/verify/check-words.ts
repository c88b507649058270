import type { Rulebook } from '../../rulebook/rulebook';
import type { Verdict } from '../../verdict/verdict';
import type { CaptureFacts } from '../capture-facts';
import { editionOf } from '../edition';
import { explanationOf } from '../explanation-of';
import type { Findings } from './check';

/** What writes sentences of captures: rules, and the version of the program. */
export interface Writer {
  readonly rulebook: Rulebook;
  readonly version: string;
}

type Told = Pick<CaptureFacts, 'explanation' | 'facts' | 'sources'>;
/** Sentences that are named; the rest is no news. */
const most = 3;

/**
 * Whether the sentences of a capture are those that its rulebook writes for its verdict. Only a rulebook of the version that
 * the capture names can tell; where another version of the program wrote with it, or another edition of rules and texts of the
 * same version, its words may be others by right.
 */
export function checkWords(facts: CaptureFacts, writer: Writer | null, findings: Findings): void {
  const values = { version: facts.ruleset_version };
  if (writer === null) {
    findings.absent('words', 'no-rulebook');
    return;
  }
  if (facts.ruleset_version !== writer.rulebook.about.version) {
    findings.absent('words', 'other-rulebook', { values });
    return;
  }
  const made = madeAnew(facts, writer.rulebook);
  if (made === null) {
    findings.doubts('words', 'no-verdict', values);
    return;
  }
  const [said, right] = [linesOf(facts), linesOf(made)];
  const foreign = said.filter((line) => !right.includes(line));
  const missing = right.filter((line) => !said.includes(line));
  if (foreign.length + missing.length === 0) findings.holds('words', 'holds', { values });
  else if (facts.ext_version !== writer.version || isOfOtherEdition(facts, writer)) {
    const sentence = foreign[0] ?? missing[0] ?? '';
    findings.absent('words', facts.ext_version === writer.version ? 'other-edition' : 'other-program', {
      values: { ...values, program: facts.ext_version, own: writer.version, sentence },
    });
  } else {
    for (const sentence of foreign.slice(0, most))
      findings.doubts('words', 'other-words', { ...values, sentence });
    for (const sentence of missing.slice(0, most))
      findings.doubts('words', 'left-out', { ...values, sentence });
  }
}

const isOfOtherEdition = ({ words_edition }: CaptureFacts, { rulebook }: Writer): boolean =>
  words_edition !== undefined && words_edition !== editionOf(rulebook);

/** What the rulebook says of the verdict; null where it is none that it could have reached. */
function madeAnew({ verdict }: CaptureFacts, rulebook: Rulebook): Told | null {
  try {
    // Its texts were read loosely; what is no verdict of this rulebook finds no words.
    return JSON.parse(
      JSON.stringify(
        explanationOf({ owner: null, ...verdict } as unknown as Verdict, rulebook, verdict.date),
      ),
    );
  } catch {
    return null;
  }
}

/** All that is told, line by line: answers and sentences with what they rest on, facts with sources, sources. */
const linesOf = ({ explanation, facts, sources }: Told): string[] => [
  ...[explanation.id, explanation.en].flatMap(({ answer, sentences }) => [
    answer,
    ...sentences.map(({ text, facts: on }) => (on.length === 0 ? text : `${text} [${on.join(', ')}]`)),
  ]),
  ...facts.map(({ fact, sources: on }) => `${fact} [${on.join(', ')}]`),
  ...sources.map(({ id, title, publisher, date, address }) =>
    [id, title, publisher, date, address ?? ''].join(' · '),
  ),
];
