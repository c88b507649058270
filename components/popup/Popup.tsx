import { useState } from 'preact/hooks';
import type { Explanation } from '../../core/explanation/explain';
import type { AnswerState } from '../../core/explanation/state-of';
import type { Language } from '../../core/explanation/words';
import type { Expected } from '../../core/report/wrong-case';
import type { Verdict } from '../../core/verdict/verdict';
import { OrderPath } from '../explanation/OrderPath';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { Masthead } from '../Masthead';
import { AnswerCard } from './AnswerCard';
import { CapturePart, type CapturePartProps } from './CapturePart';
import { ExplanationFolds } from './ExplanationFolds';
import { ImitationCard } from './ImitationCard';
import { ListedBaskets, type ListedItem } from './ListedBaskets';
import type { Saved } from './saved';
import { WrongForm } from './WrongForm';

/** Why what is shown may not be what the page says now; null where it is. */
export type NotNow = 'silent' | 'silent-unknown' | 'loading' | 'moved';

interface PopupProps {
  notNow: NotNow | null;
  /** The first words of the caption of the item that the answer is about. */
  caption: string | null;
  verdict: Verdict;
  explanation: Explanation;
  listed: readonly ListedItem[];
  /** Where the history page stands. */
  historyAddress: string;
  logbookAddress: string;
  galleryAddress: string;
  /** Whether flows are recorded now. */
  isRecording: boolean;
  /** How far a capture is that runs now. */
  capturing: CapturePartProps['progress'];
  onCapture: CapturePartProps['onCapture'];
  onStopCapture: () => void;
  onLanguage: (language: Language) => void;
  onReload: () => void;
  /** Closes the page that the popup is about. */
  onLeave: () => void;
  /** Saves the shape of the page's data. */
  onReport: () => Promise<Saved>;
  /** Saves the redacted page with the answer that it should have. */
  onWrong: (expected: Expected) => Promise<Saved>;
}

/** Screens that say what could not be read: there a single reason is told; more would push the answer away. */
const statesOfNotKnowing: readonly AnswerState[] = ['unknown', 'drift', 'check', 'live-basket'];

/** The whole popup: the answer and its picture first, then how we know it and what we do not know, each in a row. */
export function Popup(props: PopupProps) {
  const { caption, verdict, explanation, listed, onLanguage, onReload } = props;
  const { historyAddress, logbookAddress, galleryAddress } = props;
  const { words } = useReader();
  /** What saves the answer that the form was opened for: the popup may follow its tab to another page meanwhile. */
  const [saveWrong, setWrong] = useState<PopupProps['onWrong'] | null>(null);
  return (
    <main class={`popup state-${explanation.state}${props.notNow === 'moved' ? ' is-past' : ''}`}>
      <Masthead
        isPlain
        optionsAddress="/options.html"
        onLanguage={onLanguage}
        sign={
          props.isRecording && (
            <a class="recording-sign" href={logbookAddress} target="_blank" rel="noopener">
              {words.say('label.recording')}
            </a>
          )
        }
      />
      {props.notNow !== null && (
        <p class="not-now" role="status">
          {words.say(`popup.${props.notNow}`)}
        </p>
      )}
      {explanation.rulesOld && (
        <p class="rules-old">
          <Told sentence={explanation.rulesOld} />
        </p>
      )}
      {caption && (
        <p class="about" data-page>
          {words.say('popup.about', { caption })}
        </p>
      )}
      {explanation.imitation ? (
        <ImitationCard
          answer={explanation.answer}
          imitation={explanation.imitation}
          onLeave={props.onLeave}
        />
      ) : (
        <AnswerCard isHeading hasExamples={listed.length > 0} explanation={explanation} onReload={onReload} />
      )}
      {/* The form takes their place, so that its end stays on the first screen. */}
      {saveWrong === null && <ListedBaskets listed={listed} />}
      {saveWrong === null && <OrderPath explanation={explanation} surface={verdict.surface} />}
      {saveWrong ? (
        <WrongForm onSave={saveWrong} onClose={() => setWrong(null)} />
      ) : (
        <div class="folds">
          <ExplanationFolds
            explanation={explanation}
            address={verdict.address}
            tellsUnread={statesOfNotKnowing.includes(explanation.state) && explanation.unread.length === 1}
            {...(verdict.drift.length > 0 && { onReport: props.onReport })}
          />
        </div>
      )}
      <footer>
        {(saveWrong === null || props.capturing !== null) && (
          <CapturePart
            historyAddress={historyAddress}
            logbookAddress={logbookAddress}
            galleryAddress={galleryAddress}
            progress={props.capturing}
            onCapture={props.onCapture}
            onStop={props.onStopCapture}
          />
        )}
        <p>
          <strong>{words.say('popup.notice')}</strong>{' '}
          {!explanation.rulesOld && <Told sentence={explanation.rulebook} />}
          {verdict.surface !== 'elsewhere' && saveWrong === null && (
            <>
              {' '}
              <button type="button" class="open-wrong" onClick={() => setWrong(() => props.onWrong)}>
                {words.say('wrong.open')}
              </button>
            </>
          )}
        </p>
      </footer>
    </main>
  );
}
