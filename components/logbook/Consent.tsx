import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

interface ConsentProps {
  study: string;
  /** Whether the browser's view of requests is granted: then that is kept too, and said here. */
  seesRequests: boolean;
  /** Whether the organisation named the study. */
  isStudySet: boolean;
  isStudyName: (text: string) => boolean;
  onStart: (study: string) => void;
}

/** What is kept and what never is, in plain words; recording begins only after a tick and a press. */
export function Consent({ study: before, seesRequests, isStudySet, isStudyName, onStart }: ConsentProps) {
  const { words } = useReader();
  const [study, setStudy] = useState(before);
  const [agreed, setAgreed] = useState(false);
  return (
    <form
      class="consent"
      onSubmit={(event) => {
        event.preventDefault();
        if (agreed && isStudyName(study)) onStart(study);
      }}
    >
      <p>{words.say('log.intro')}</p>
      <div class="cards">
        <div class="card kept">
          <h2>{words.say('log.kept')}</h2>
          <ul>
            <li>{words.say('log.kept.1')}</li>
            <li>{words.say('log.kept.2')}</li>
            <li>{words.say('log.kept.3')}</li>
            {seesRequests && <li>{words.say('log.kept.requests')}</li>}
          </ul>
        </div>
        <div class="card never">
          <h2>{words.say('log.never')}</h2>
          <ul>
            <li>{words.say('log.never.1')}</li>
            <li>{words.say('log.never.2')}</li>
            <li>{words.say('log.never.3')}</li>
          </ul>
        </div>
      </div>
      <label class="field">
        {words.say('log.study')}
        <input
          name="study"
          value={study}
          maxLength={40}
          disabled={isStudySet}
          aria-invalid={!isStudyName(study)}
          aria-describedby="study-hint"
          onInput={({ currentTarget }) => setStudy(currentTarget.value)}
        />
        <span id="study-hint" class="note">
          {words.say(isStudySet ? 'managed.set' : 'log.study-hint')}
        </span>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          name="agree"
          checked={agreed}
          onInput={({ currentTarget }) => setAgreed(currentTarget.checked)}
        />
        {words.say('log.agree')}
      </label>
      <button type="submit" class="primary" disabled={!agreed || !isStudyName(study)}>
        {words.say('log.start')}
      </button>
    </form>
  );
}
