import { useState } from 'preact/hooks';

interface DropZoneProps {
  id: string;
  label: string;
  accept: string;
  onFile: (file: File) => void;
}

/** Where one file is chosen by a press, by keyboard, or dropped. */
export function DropZone({ id, label, accept, onFile }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
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
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
