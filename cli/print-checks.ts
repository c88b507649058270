import { shownMasked } from '../core/address/masked-parts';
import { coverageOf, firstCause, uncoveredIn } from '../core/bundle/coverage';
import type { ExaminedSequence } from '../core/bundle/sequence';
import { type Check, outcomeSigns } from '../core/bundle/verify/check';
import type { Examination } from '../core/bundle/verify/verify';
import { grouped, summaryOf, type VerifierWords } from '../core/bundle/words';
import { shownName } from './shown-text';

/** What came of a bundle as text for a terminal: the answer, whose key, then check by check. */
export function printChecks(found: Examination, words: VerifierWords): string {
  const { say } = words;
  const summary = summaryOf(found);
  const { fingerprint, facts } = found;
  const cause = firstCause(found, summary);
  const blocks = [
    [
      say(`verdict.${summary}`),
      say(`verdict.${summary}.means`),
      ...(cause === null ? [] : [`${say('first-cause')}: ${words.sayCheck(cause)}`]),
    ],
    found.holds
      ? [
          say('covers.heading'),
          ...coverageOf(found).map(
            ({ key, isCovered, values }) =>
              `  ${isCovered ? outcomeSigns.holds : outcomeSigns.absent} ${say(key, values)}`,
          ),
        ]
      : [],
    [
      `${say('fingerprint')}: ${fingerprint === null ? say('fingerprint.none') : grouped(fingerprint)}`,
      ...(fingerprint === null ? [] : [say('fingerprint.compare')]),
    ],
    facts === null
      ? []
      : [
          facts.explanation[words.language].answer,
          facts.page_url
            ? `${say('facts.page-named')}: ${facts.page_url}`
            : `${say('facts.page')}: ${shownMasked(facts.page_url_masked)}`,
          ...(facts.collector ? [`${say('facts.by')}: ${facts.collector}`] : []),
          ...(facts.case_ref ? [`${say('facts.case')}: ${facts.case_ref}`] : []),
          `${say('facts.taken')}: ${facts.taken_utc}`,
        ],
    [say('checks.heading'), ...found.checks.map((check) => `  ${lineOf(check, words)}`)],
    [say('limits')],
  ];
  // What comes from the bundle must not move the cursor, colour the terminal, or write lines of ours.
  const text = blocks.filter((block) => block.length > 0).map((block) => block.map(shownName).join('\n'));
  return `${text.join('\n\n')}\n`;
}

/** What came of several captures in one file: the list as a whole, then each capture in a line. */
export function printSequence(
  { holds, faults, fingerprint, steps }: ExaminedSequence,
  words: VerifierWords,
): string {
  const { say } = words;
  const uncovered = (all: typeof steps) =>
    uncoveredIn(all.map(({ found }) => found)).map((key) => `  ${outcomeSigns.absent} ${say(key)}`);
  const lines = [
    say(holds ? 'sequence.holds' : 'sequence.fails'),
    ...(holds ? [say('sequence.means', { n: String(steps.length) })] : []),
    ...faults.map((fault) => say(`sequence.${fault}`)),
    ...(fingerprint === null ? [] : [`${say('fingerprint')}: ${grouped(fingerprint)}`]),
    ...steps.flatMap(({ file, found }) => {
      const summary = summaryOf(found);
      const cause = firstCause(found, summary);
      const answer = found.facts?.explanation[words.language].answer;
      return [
        `  ${outcomeSigns[found.holds ? 'holds' : 'fails']} ${file}: ${say(`verdict.${summary}`)}`,
        ...(found.facts === null ? [] : [`    ${found.facts.taken_utc} ${answer}`]),
        ...(cause === null ? [] : [`    ${say('first-cause')}: ${words.sayCheck(cause)}`]),
      ];
    }),
    ...(holds ? [say('covers.heading'), ...uncovered(steps)] : []),
  ];
  return `${lines.map(shownName).join('\n')}\n`;
}

function lineOf(check: Check, words: VerifierWords): string {
  const range = words.sayRange(check);
  const title = words.say(`check.${check.check}`);
  return `${outcomeSigns[check.outcome]} ${title}: ${words.sayCheck(check)}${range === '' ? '' : ` [${range}]`}`;
}
