import { uncoveredIn } from '../../core/bundle/coverage';
import type { ExaminedSequence } from '../../core/bundle/sequence';
import { grouped, summaryOf, type VerifierWords } from '../../core/bundle/words';
import { Result } from './Result';

interface SequenceResultProps {
  sequence: ExaminedSequence;
  words: VerifierWords;
}

/** What came of several captures in one file: the list as a whole, then each capture by itself. */
export function SequenceResult({ sequence, words }: SequenceResultProps) {
  const { say } = words;
  const { holds, faults, fingerprint, steps } = sequence;
  return (
    <div class={`result ${holds ? 'holds' : 'fails'}`}>
      <section class="verdict" aria-labelledby="sequence">
        <h2 id="sequence">{say(holds ? 'sequence.holds' : 'sequence.fails')}</h2>
        {holds && <p>{say('sequence.means', { n: String(steps.length) })}</p>}
        {faults.map((fault) => (
          <p key={fault}>{say(`sequence.${fault}`)}</p>
        ))}
        {holds && (
          <ul class="covers">
            {uncoveredIn(steps.map(({ found }) => found)).map((key) => (
              <li key={key} class="not-covered">
                <span class="sign" role="img" aria-label={say('covers.no')}>
                  –
                </span>
                {say(key)}
              </li>
            ))}
          </ul>
        )}
        {fingerprint !== null && <code>{grouped(fingerprint)}</code>}
      </section>
      {steps.map(({ file, found }) => (
        <details key={file} class="card step">
          <summary>
            {file}: {say(`verdict.${summaryOf(found)}`)}
            {found.facts !== null && (
              <span class="told">
                {found.facts.taken_utc} · {found.facts.explanation[words.language].answer}
              </span>
            )}
          </summary>
          <Result found={found} words={words} />
        </details>
      ))}
    </div>
  );
}
