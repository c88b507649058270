import { DropZone } from '../DropZone';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';

interface TrustedTimeProps {
  /** What an authority answered; null without one. */
  time: string | null;
  /** Name under which the request is saved. */
  requestName: string;
  onSaveRequest: () => void;
  onAnswer: (file: File) => void;
}

/** How to have the request for trusted time answered by somebody else, and where the answer comes back in. */
export function TrustedTime({ time, requestName, onSaveRequest, onAnswer }: TrustedTimeProps) {
  const { words } = useReader();
  const answerName = requestName.replace(/q$/, 'r');
  return (
    <section class="card trusted-time" aria-labelledby="time-title">
      <h2 id="time-title">{words.say('time.heading')}</h2>
      {time !== null ? (
        <p>{words.say('time.has', { time })}</p>
      ) : (
        <>
          <p>{words.say('time.none')}</p>
          <ol>
            <li>
              <h3>{words.say('time.step-save')}</h3>
              <button type="button" class="save-request" onClick={onSaveRequest}>
                {words.say('time.save')}
              </button>
              <p class="note">{words.say('time.what-is-sent')}</p>
            </li>
            <li>
              <h3>{words.say('time.step-ask')}</h3>
              <Command
                text={`curl -sS -H 'Content-Type: application/timestamp-query' --data-binary @${requestName} -o ${answerName} AUTHORITY`}
              />
            </li>
            <li>
              <h3>{words.say('time.step-drop')}</h3>
              <DropZone
                id="time-answer"
                label={words.say('time.drop')}
                accept=".tsr,application/timestamp-reply"
                onFile={onAnswer}
              />
            </li>
          </ol>
        </>
      )}
      <h3>{words.say('time.step-check')}</h3>
      <Command text="openssl ts -verify -data capture.wacz -in capture.wacz.tsr -CAfile CA.pem" />
    </section>
  );
}

function Command({ text }: { text: string }) {
  const { words } = useReader();
  return (
    <div class="command">
      <code>{text}</code>
      <CopyButton
        label={words.say('label.copy')}
        title={`${words.say('time.copy')} ${text.split(' ')[0]}`}
        text={text}
        words={words}
      />
    </div>
  );
}
