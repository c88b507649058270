import { useReader } from '../explanation/reader';

/** What the reporter says of a capture beside its covers. */
export interface About {
  /** The page's public address goes in, instead of a commitment to it. */
  readonly namesPage: boolean;
  /** The uncovered picture is saved as a file, and a commitment to it goes in. */
  readonly keepsUncovered: boolean;
  readonly collector: string;
  readonly caseRef: string;
}

interface AboutCaptureProps {
  /** The page's public address; null where it is one person's own. */
  address: string | null;
  about: About;
  onChange: (change: Partial<About>) => void;
}

/** Which page it is, who took it and for what: all of it optional, and nothing of it on unless it is asked for. */
export function AboutCapture({ address, about, onChange }: AboutCaptureProps) {
  const { say } = useReader().words;
  const { namesPage, keepsUncovered, collector, caseRef } = about;
  return (
    <details class="about">
      <summary>
        {say('about.heading')}
        <span class="about-now">
          {say(namesPage ? 'about.now-named' : address === null ? 'about.now-masked' : 'about.now-sealed')}
          {collector !== '' && ` · ${collector}`}
          {caseRef !== '' && ` · ${caseRef}`}
        </span>
      </summary>
      <div class="about-fields">
        <div>
          {address === null ? (
            <p class="note">{say('about.own-page')}</p>
          ) : (
            <>
              <label class="tick">
                <input
                  type="checkbox"
                  name="names-page"
                  checked={namesPage}
                  onChange={({ currentTarget }) => onChange({ namesPage: currentTarget.checked })}
                />
                {say('about.name-page')}
              </label>
              <code data-record>{address}</code>
              <p class="note">{say('about.name-page-note')}</p>
            </>
          )}
        </div>
        <div>
          <label class="tick">
            <input
              type="checkbox"
              name="keeps-uncovered"
              checked={keepsUncovered}
              onChange={({ currentTarget }) => onChange({ keepsUncovered: currentTarget.checked })}
            />
            {say('about.keep-uncovered')}
          </label>
          <p class="note">{say('about.keep-uncovered-note')}</p>
        </div>
        <div>
          <label class="field">
            {say('about.collector')}
            <input
              name="collector"
              value={collector}
              maxLength={120}
              onInput={({ currentTarget }) => onChange({ collector: currentTarget.value })}
            />
          </label>
          <label class="field">
            {say('about.case')}
            <input
              name="case-ref"
              value={caseRef}
              maxLength={120}
              onInput={({ currentTarget }) => onChange({ caseRef: currentTarget.value })}
            />
          </label>
          <p class="note">{say('about.remembered')}</p>
        </div>
      </div>
    </details>
  );
}
