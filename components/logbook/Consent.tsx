import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

interface ConsentProps {
  study: string;
  /** Whether the browser's view of requests is granted: then that is kept too, and said here. */
  seesRequests: boolean;
  /** Whether the organisation named the study. */
  isStudySet: boolean;
  /** The name that a study is kept as, for what was written; '' for none. */
  nameOf: (text: string) => string;
  /** What the participant is called in a study already; '' for nothing. */
  codeIn: (study: string) => string;
  isCode: (text: string) => boolean;
  onStart: (study: string, code: string) => void;
}

/** What is kept and what never is, in plain words; recording begins only after a tick and a press. */
export function Consent(props: ConsentProps) {
  const { study: before, seesRequests, isStudySet, nameOf, isCode, onStart } = props;
  const { words } = useReader();
  const [study, setStudy] = useState(before);
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const name = nameOf(study);
  /** What was typed for the study of that name: a code never goes on into another one. */
  const [typed, setTyped] = useState({ study: '', code: '' });
  const code = typed.study === name ? typed.code : props.codeIn(name);
  const missing = name === '' ? 'study' : agreed ? null : 'agreement';
  return (
    <form
      class="consent"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (missing === null && isCode(code)) onStart(name, code);
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
            <li>{words.say('log.kept.exposure')}</li>
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
          aria-invalid={asked && name === ''}
          aria-describedby="study-hint"
          onInput={({ currentTarget }) => setStudy(currentTarget.value)}
        />
        <span id="study-hint" class="note">
          {isStudySet
            ? words.say('managed.set')
            : name === study
              ? words.say('log.study-hint')
              : words.say('log.study-kept-as', { study: name || '…' })}
        </span>
      </label>
      <label class="field">
        {words.say('log.code')}
        <input
          name="code"
          value={code}
          maxLength={40}
          autocomplete="off"
          aria-invalid={!isCode(code)}
          aria-describedby="code-hint"
          onInput={({ currentTarget }) => setTyped({ study: name, code: currentTarget.value.trim() })}
        />
        <span id="code-hint" class={isCode(code) ? 'note' : 'refused'}>
          {words.say(isCode(code) ? 'log.code-hint' : 'log.code-refused')}
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
      {asked && missing && (
        <p class="refused" role="alert">
          {words.say(`log.missing-${missing}`)}
        </p>
      )}
      <button type="submit" class="primary">
        {words.say('log.start')}
      </button>
    </form>
  );
}
