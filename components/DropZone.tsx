import { useState } from 'preact/hooks';
import { useReader } from './explanation/reader';

interface DropZoneProps {
  id: string;
  label: string;
  accept: string;
  onFile: (file: File) => void;
}

/**
 * Where one file is chosen by a press, by keyboard, or dropped. The browser's own button speaks the browser's language
 * and forgets the file's name; ours does neither.
 */
export function DropZone({ id, label, accept, onFile }: DropZoneProps) {
  const { words } = useReader();
  const [isOver, setOver] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the input inside is everybody's
    <div
      class={`drop-zone${isOver ? ' over' : ''}`}
      onDragOver={over}
      onDragLeave={over}
      onDrop={(event) => {
        over(event);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <span id={`${id}-for`} class="drop-label">
        {label}
      </span>
      <input
        id={id}
        type="file"
        aria-labelledby={`${id}-choose ${id}-for`}
        accept={accept}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <label for={id} id={`${id}-choose`} class="choose-file">
        {words.say('file.choose')}
      </label>
      <span class="chosen-file" data-record>
        {name ?? words.say('file.drop')}
      </span>
    </div>
  );
}
