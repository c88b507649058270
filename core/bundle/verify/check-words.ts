import { surfacesAt } from '../../address/find-surface';
import { readUrl } from '../../address/read-url';
import { readMoment } from '../../calendar/read-moment';
import { strangeLimits } from '../../capture/review/limits-of';
import type { Rulebook } from '../../rulebook/rulebook';
import { lawOf } from '../../verdict/judge';
import type { LawReference, Verdict } from '../../verdict/verdict';
import { type CaptureFacts, clockNote } from '../capture-facts';
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
  const isOther = facts.ext_version !== writer.version || isOfOtherEdition(facts, writer);
  if (made === null || (!isOther && !isJudgedSo(facts, writer.rulebook))) {
    findings.doubts('words', 'no-verdict', values);
    return;
  }
  const [said, right] = [linesOf(facts), linesOf(made)];
  const limits = languages.map((language) => strangeIn(facts, language));
  const foreign = [
    ...said.filter((line) => !right.includes(line)),
    ...limits.flatMap((strange) => strange.foreign),
  ];
  const missing = [
    ...right.filter((line) => !said.includes(line)),
    ...limits.flatMap((strange) => strange.missing),
  ];
  if (foreign.length + missing.length === 0) findings.holds('words', 'holds', { values });
  else if (isOther) {
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

/** Whether a rulebook gives an address of that host that surface, and a page there of that day that law. */
function isJudgedSo({ verdict }: CaptureFacts, rulebook: Rulebook): boolean {
  const [url, moment] = [readUrl(verdict.address), readMoment(verdict.date)];
  if (url === null || moment === null) return false;
  const law = lawOf(verdict as unknown as Verdict, moment, rulebook);
  return (
    surfacesAt(url, rulebook.hosts).some((surface) => surface === verdict.surface) &&
    JSON.stringify(law.map(lawLine)) === JSON.stringify(verdict.law.map(lawLine))
  );
}

const lawLine = ({
  regulation,
  provisions,
  status,
}: LawReference | CaptureFacts['verdict']['law'][number]): string =>
  [regulation, ...provisions, status].join(' ');

const languages = ['id', 'en'] as const;

/** What is said beside the verdict, of limits and clock, and would not be said of such a capture; and what was left out. */
function strangeIn(
  { limits_text, clock_note, redactions, stitched }: CaptureFacts,
  language: (typeof languages)[number],
) {
  const taken = { kept: redactions.length, stitched };
  const { foreign, missing } = strangeLimits(limits_text[language], taken, language);
  const clock = clock_note[language] === clockNote[language] ? '' : clock_note[language];
  return { foreign: [foreign, clock].filter((text) => text !== ''), missing };
}

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
