import { useEffect, useState } from 'preact/hooks';
import { isFingerprint, type VerifierWords } from '../../core/bundle/words';
import { type Chosen, chosenFrom, chosenFromDrop } from './chosen-files';

interface FilePickerProps {
  words: VerifierWords;
  expected: string;
  hasFile: boolean;
  onChosen: (chosen: Chosen) => void;
  /** What was dropped cannot be read. */
  onUnreadable: () => void;
  onExpected: (text: string) => void;
  /** Name of the statement of withdrawal that was given; null without one. */
  statement: string | null;
  onStatement: (file: File | null) => void;
}

/** Where a bundle is chosen or dropped, and the fingerprint that the reader may have. */
export function FilePicker({
  words,
  expected,
  hasFile,
  onChosen,
  onUnreadable,
  onExpected,
  statement,
  onStatement,
}: FilePickerProps) {
  const [isOver, setOver] = useState(false);
  const take = (field: HTMLInputElement) => {
    const chosen = chosenFrom(field.files);
    if (chosen) onChosen(chosen);
    // The same file, mended meanwhile, may be chosen again.
    field.value = '';
  };
  useEffect(() => {
    // Anywhere on the page: beside the field the browser would open the file instead.
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent) => {
      over(event);
      if (event.dataTransfer === null) return;
      chosenFromDrop(event.dataTransfer).then((chosen) => chosen && onChosen(chosen), onUnreadable);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', over);
      document.removeEventListener('drop', drop);
    };
  });
  return (
    <section class={`picker${isOver ? ' over' : ''}${hasFile ? ' small' : ''}`}>
      <div class="choose">
        <label class="primary" for="bundle">
          {words.say(hasFile ? 'another' : 'choose')}
        </label>
        <input id="bundle" type="file" multiple onChange={({ currentTarget }) => take(currentTarget)} />
        <label class="folder" for="bundle-folder">
          {words.say('choose-folder')}
        </label>
        <input
          id="bundle-folder"
          type="file"
          {...{ webkitdirectory: true }}
          onChange={({ currentTarget }) => take(currentTarget)}
        />
        <span>{words.say('drop')}</span>
      </div>
      <div class="expected">
        <label for="expected">{words.say('expected')}</label>
        <input
          id="expected"
          value={expected}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="expected-hint"
          aria-invalid={expected !== '' && !isFingerprint(expected)}
          onInput={({ currentTarget }) => onExpected(currentTarget.value)}
        />
        <small id="expected-hint">{words.say('expected.hint')}</small>
      </div>
      <div class="statement">
        <span id="statement-for">{words.say('withdrawn')}</span>
        <input
          id="statement"
          type="file"
          accept=".txt,text/plain"
          aria-labelledby="statement-choose statement-for"
          aria-describedby="statement-hint"
          onChange={({ currentTarget }) => {
            onStatement(currentTarget.files?.[0] ?? null);
            currentTarget.value = '';
          }}
        />
        <label for="statement" id="statement-choose">
          {words.say('withdrawn.choose')}
        </label>
        {statement !== null && (
          <button type="button" class="quiet" onClick={() => onStatement(null)}>
            {words.say('withdrawn.away')}
          </button>
        )}
        <small id="statement-hint">{statement ?? words.say('withdrawn.none')}</small>
      </div>
    </section>
  );
}
