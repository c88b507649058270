import { askingLines, type TimeAuthority, timeAuthorities } from '../../core/bundle/time/authorities';
import { DropZone } from '../DropZone';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';

interface TrustedTimeProps {
  /** The earliest that an authority answered; null without one. */
  time: string | null;
  /** Of all files of the capture, without an end. */
  stem: string;
  /** RFC 3161, DER; null where the bundle cannot be read. */
  request: Uint8Array | null;
  onSaveRequest: () => void;
  onAnswer: (file: File) => void;
}

/** How to have the request for trusted time answered by somebody else, and where the answer comes back in. */
export function TrustedTime({ time, stem, request, onSaveRequest, onAnswer }: TrustedTimeProps) {
  const { words } = useReader();
  return (
    <section class="card trusted-time" aria-labelledby="time-title">
      <h2 id="time-title">{words.say('time.heading')}</h2>
      <p>{time === null ? words.say('time.none') : words.say('time.has', { time })}</p>
      <ol>
        {request !== null && (
          <li>
            <h3>{words.say('time.step-ask')}</h3>
            <p class="note">{words.say('time.what-is-sent')}</p>
            <ul class="authorities">
              {timeAuthorities.map((authority) => (
                <Authority key={authority.id} authority={authority} request={request} stem={stem} />
              ))}
            </ul>
            <details>
              <summary>{words.say('time.other')}</summary>
              <p class="note">{words.say('time.other-note')}</p>
              <button type="button" class="save-request" onClick={onSaveRequest}>
                {words.say('time.save')}
              </button>
              <p class="note">{words.say('time.ots')}</p>
              <Command text="ots stamp capture.wacz" />
            </details>
          </li>
        )}
        <li>
          <h3>{words.say('time.step-drop')}</h3>
          <DropZone
            id="time-answer"
            label={words.say('time.drop')}
            accept=".tsr,.ots,application/timestamp-reply"
            onFile={onAnswer}
          />
        </li>
      </ol>
      <h3>{words.say('time.step-check')}</h3>
      <Command text="openssl ts -verify -data capture.wacz -in capture.wacz.tsr -CAfile CA.pem" />
    </section>
  );
}

interface AuthorityProps {
  authority: TimeAuthority;
  request: Uint8Array;
  stem: string;
}

/** One authority: a line for each kind of terminal, where its certificates are, and when that was read. */
function Authority({ authority, request, stem }: AuthorityProps) {
  const { words } = useReader();
  const lines = askingLines(authority, request, `${stem}_${authority.id}.tsr`);
  return (
    <li>
      <div class="asking">
        <strong>{authority.name}</strong>
        {(['curl', 'powershell'] as const).map((shell) => (
          <CopyButton
            key={shell}
            label={words.say(`time.copy-${shell}`)}
            title={`${authority.name}: ${words.say(`time.copy-${shell}`)}`}
            text={lines[shell]}
            words={words}
          />
        ))}
      </div>
      <details>
        <summary>{words.say('time.show', { name: authority.name })}</summary>
        <code class="line">{lines.curl}</code>
        <code class="line">{lines.powershell}</code>
        <p class="note">
          {words.say('time.certificates')}{' '}
          {authority.certificates.map((address) => (
            <a key={address} href={address} target="_blank" rel="noopener noreferrer">
              {address}
            </a>
          ))}
        </p>
        <p class="note">
          {words.say('time.checked', { date: words.date(authority.checked) })}{' '}
          {authority.sources.map((address) => (
            <a key={address} href={address} target="_blank" rel="noopener noreferrer">
              {address}
            </a>
          ))}
        </p>
      </details>
    </li>
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
