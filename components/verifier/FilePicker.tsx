import { useEffect, useState } from 'preact/hooks';
import { isFingerprint, type VerifierWords } from '../../core/bundle/words';

interface FilePickerProps {
  words: VerifierWords;
  expected: string;
  hasFile: boolean;
  onFile: (file: File) => void;
  onExpected: (text: string) => void;
}

/** Where a bundle is chosen or dropped, and the fingerprint that the reader may have. */
export function FilePicker({ words, expected, hasFile, onFile, onExpected }: FilePickerProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Anywhere on the page: beside the field the browser would open the file instead.
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent) => {
      over(event);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
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
        <input
          id="bundle"
          type="file"
          accept=".zip,application/zip"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
            // The same file, mended meanwhile, may be chosen again.
            currentTarget.value = '';
          }}
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
    </section>
  );
}
