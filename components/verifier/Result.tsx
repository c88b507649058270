import { useId } from 'preact/hooks';
import { coverageOf, firstCause } from '../../core/bundle/coverage';
import { changesOf } from '../../core/bundle/verify/changes-of';
import { type Check, checkIds, outcomeSigns } from '../../core/bundle/verify/check';
import type { Examination } from '../../core/bundle/verify/verify';
import { grouped, summaryOf, type VerifierWords } from '../../core/bundle/words';
import { CaptureFactsList } from './CaptureFactsList';
import { Picture } from './Picture';

interface ResultProps {
  found: Examination;
  words: VerifierWords;
  /** Whether the checks are folded away where all of them hold. */
  foldsChecks?: boolean;
}

/** What came of a bundle: the answer, whose key, what was changed, the picture, the facts, check by check. */
export function Result({ found, words, foldsChecks = false }: ResultProps) {
  const { say } = words;
  // In a sequence there are several on one page.
  const id = useId();
  const summary = summaryOf(found);
  const passed = new Set(found.checks.filter(({ outcome }) => outcome === 'holds').map(({ check }) => check))
    .size;
  const cause = firstCause(found, summary);
  // The first one stands above already.
  const changes = changesOf(found.checks).filter((check) => check !== cause);
  return (
    <div class={`result ${summary}`}>
      <section class="verdict" aria-labelledby={`${id}verdict`}>
        <h2 id={`${id}verdict`}>{say(`verdict.${summary}`)}</h2>
        <p>{say(`verdict.${summary}.means`)}</p>
        {cause !== null && (
          <p class="first-cause">
            <Finding check={cause} words={words} />
          </p>
        )}
        {found.holds && (
          <>
            <h3>{say('covers.heading')}</h3>
            <ul class="covers">
              {coverageOf(found).map(({ key, isCovered, values }) => (
                <li key={key} class={isCovered ? 'covered' : 'not-covered'}>
                  <span class="sign" role="img" aria-label={say(`covers.${isCovered ? 'yes' : 'no'}`)}>
                    {isCovered ? '✓' : '–'}
                  </span>
                  {say(key, values)}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="card fingerprint" aria-labelledby={`${id}fingerprint`}>
        <h2 id={`${id}fingerprint`}>{say('fingerprint')}</h2>
        {found.fingerprint === null ? (
          <p>{say('fingerprint.none')}</p>
        ) : (
          <>
            <code>{grouped(found.fingerprint)}</code>
            <p>{say('fingerprint.compare')}</p>
          </>
        )}
      </section>
      {changes.length > 0 && (
        <section class="card changed" aria-labelledby={`${id}changed`}>
          <h2 id={`${id}changed`}>{say('changed.heading')}</h2>
          <ul>
            {changes.map((check) => (
              <li key={`${check.check} ${check.why} ${check.file} ${check.from}`}>
                <Finding check={check} words={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.picture !== null && (
        <Picture
          bytes={found.picture}
          notes={found.notes}
          isInDoubt={summary === 'fails' || summary === 'doubtful'}
          words={words}
        />
      )}
      {found.facts !== null && (
        <CaptureFactsList
          facts={found.facts}
          checks={found.checks}
          archived={found.notes?.archived ?? []}
          words={words}
        />
      )}
      <section class="card" aria-labelledby={`${id}checks`}>
        {foldsChecks && summary === 'holds' ? (
          <details>
            <summary>
              <h2 id={`${id}checks`}>{say('checks.heading')}</h2>{' '}
              <span>{say('checks.all', { n: String(passed) })}</span>
            </summary>
            <CheckList found={found} words={words} />
          </details>
        ) : (
          <>
            <h2 id={`${id}checks`}>{say('checks.heading')}</h2>
            <CheckList found={found} words={words} />
          </>
        )}
      </section>
    </div>
  );
}

const CheckList = ({ found, words }: Pick<ResultProps, 'found' | 'words'>) => (
  <ul class="checks">
    {checkIds.map((id) => (
      <CheckRow key={id} checks={found.checks.filter(({ check }) => check === id)} words={words} />
    ))}
  </ul>
);

function Finding({ check, words }: { check: Check; words: VerifierWords }) {
  const range = words.sayRange(check);
  return (
    <>
      {words.sayCheck(check)} {range !== '' && <span class="range">{range}</span>}
    </>
  );
}

function CheckRow({ checks, words }: { checks: readonly Check[]; words: VerifierWords }) {
  const worst = checks.find(({ outcome }) => outcome === 'fails' || outcome === 'doubts') ?? checks[0];
  if (worst === undefined) return null;
  const { check, outcome } = worst;
  return (
    <li class={outcome}>
      <span class="sign" role="img" aria-label={words.say(`outcome.${outcome}`)}>
        {outcomeSigns[outcome]}
      </span>
      <div>
        <h3>{words.say(`check.${check}`)}</h3>
        {checks.map((one) => (
          <p key={`${one.why} ${one.file} ${one.from}`}>
            <Finding check={one} words={words} />
          </p>
        ))}
      </div>
    </li>
  );
}
