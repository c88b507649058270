import type { Note } from '../../core/bundle/notes';
import type { Examination } from '../../core/bundle/verify/verify';
import { verifierWords } from '../../core/bundle/words';
import type { KeptCapture } from '../../core/capture/kept-capture';
import type { ShareShape } from '../../core/capture/stamp/lay-share';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';
import { Sure } from '../Sure';
import { Result } from '../verifier/Result';
import { ArchivedCopies } from './ArchivedCopies';
import { NotesEditor } from './NotesEditor';
import { TrustedTime } from './TrustedTime';

export interface CaptureDetailProps {
  capture: KeptCapture;
  found: Examination;
  isEditing: boolean;
  /** Of all files of the capture, without an end. */
  stem: string;
  onEdit: (isEditing: boolean) => void;
  /** Null where the bundle cannot be read. */
  caption: string | null;
  /** Saves picture, caption and bundle at one press. */
  onPublish: () => void;
  /** How many captures its flow has; 0 where it is of none. */
  inFlow: number;
  /** Saves all captures of the flow as one file. */
  onSequence: () => void;
  onExport: () => void;
  onShare: (shape: ShareShape) => void;
  /** Set where the capture holds seals, and what opens them lies here. */
  onSaveOpening: (() => void) | null;
  onDelete: () => void;
  onSaveNotes: (notes: readonly Note[], by: string | null) => void;
  onDetachNotes: () => void;
  onArchived: (archived: readonly string[]) => void;
  onSaveRequest: () => void;
  onAnswer: (file: File) => void;
}

/** One capture: what the verifier says of it, its picture and facts, and all that can be done with it. */
export function CaptureDetail(props: CaptureDetailProps) {
  const { capture, found, isEditing } = props;
  const { words } = useReader();
  return (
    <article class="detail">
      <h2>{capture.facts.answer[words.language]}</h2>
      <div class="buttons">
        <button type="button" class="primary publish" onClick={props.onPublish}>
          {words.say('gallery.publish')}
        </button>
        <button type="button" class="export" onClick={props.onExport}>
          {words.say('gallery.export')}
        </button>
        <button type="button" class="share-landscape" onClick={() => props.onShare('landscape')}>
          {words.say('gallery.share-landscape')}
        </button>
        <button type="button" class="share-portrait" onClick={() => props.onShare('portrait')}>
          {words.say('gallery.share-portrait')}
        </button>
        {props.inFlow > 1 && (
          <button type="button" class="sequence" onClick={props.onSequence}>
            {words.say('gallery.sequence', { n: props.inFlow })}
          </button>
        )}
        {!isEditing && found.picture !== null && found.holds && (
          <button type="button" class="edit-notes" onClick={() => props.onEdit(true)}>
            {words.say('gallery.edit-notes')}
          </button>
        )}
        {!isEditing && (
          <Sure
            label={words.say('gallery.delete')}
            question={words.say('gallery.delete-sure')}
            yes={words.say('gallery.delete-yes')}
            onYes={props.onDelete}
          />
        )}
      </div>
      <p class="note">{words.say('gallery.publish-note')}</p>
      {isEditing && found.picture !== null ? (
        <NotesEditor
          picture={found.picture}
          notes={found.notes}
          onSave={props.onSaveNotes}
          onDetach={props.onDetachNotes}
          onCancel={() => props.onEdit(false)}
        />
      ) : (
        <div class="verifier inside">
          <Result foldsChecks found={found} words={verifierWords(words.language)} />
        </div>
      )}
      {/* Below: the evidence itself is on the first screen. */}
      {props.caption !== null && (
        <details class="caption">
          <summary>{words.say('gallery.caption')}</summary>
          <CopyButton
            label={words.say('label.copy')}
            title={words.say('gallery.copy-caption')}
            text={props.caption}
            words={words}
          />
          <pre data-record>{props.caption}</pre>
        </details>
      )}
      {props.onSaveOpening !== null && (
        <div class="seals">
          <button type="button" class="save-opening" onClick={props.onSaveOpening}>
            {words.say('gallery.save-opening')}
          </button>
          <p class="note">{words.say('gallery.opening-note')}</p>
        </div>
      )}
      {!isEditing && found.holds && (
        <ArchivedCopies archived={found.notes?.archived ?? []} onSave={props.onArchived} />
      )}
      {!isEditing && (
        <TrustedTime
          time={capture.trustedTime}
          stem={props.stem}
          request={found.files.get('capture.wacz.tsq') ?? null}
          onSaveRequest={props.onSaveRequest}
          onAnswer={props.onAnswer}
        />
      )}
    </article>
  );
}
