import { useEffect, useRef, useState } from 'preact/hooks';
import type { Extent } from '../../core/capture/shots/frozen-page';
import { useReader } from '../explanation/reader';
import { ToolIcon } from './ToolIcon';

export interface CapturePartProps {
  /** How far a capture is that runs now. */
  progress: { readonly done: number; readonly all: number } | null;
  historyAddress: string;
  logbookAddress: string;
  galleryAddress: string;
  onCapture: (extent: Extent) => void;
  onStop: () => void;
}

/** The popup's last row: the ways on, or the choice of what to capture, or how far a capture is; always one row. */
export function CapturePart(props: CapturePartProps) {
  const { progress, historyAddress, logbookAddress, galleryAddress, onCapture, onStop } = props;
  const { words } = useReader();
  const [isOpen, open] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (progress !== null) {
    const text = words.say('capture.progress-short', { done: progress.done, all: progress.all });
    return (
      <nav class="capturing">
        <span role="status">{text}</span>
        <progress max={progress.all} value={progress.done} aria-label={text} />
        <button type="button" class="stop-capture" onClick={onStop}>
          {words.say('capture.stop')}
        </button>
      </nav>
    );
  }
  if (isOpen) {
    return (
      <nav class="capture-choice" aria-label={words.say('capture.open')}>
        <button
          type="button"
          class="visible"
          ref={(button) => button?.focus()}
          onClick={() => onCapture('visible')}
        >
          {words.say('capture.visible')}
        </button>
        <button type="button" class="full" onClick={() => onCapture('full')}>
          {words.say('capture.full')}
        </button>
        <a class="to-gallery" href={galleryAddress} target="_blank" rel="noopener">
          {words.say('gallery.heading')}
        </a>
        <button
          type="button"
          class="close"
          aria-label={words.say('capture.close')}
          onClick={() => open(false)}
        >
          ×
        </button>
      </nav>
    );
  }
  return (
    <nav class="tools" aria-label={words.say('popup.tools')}>
      <button type="button" class="to-capture" ref={opener} onClick={() => open(true)}>
        <ToolIcon name="capture" />
        {words.say('capture.open')}
      </button>
      <a class="to-history" href={historyAddress} target="_blank" rel="noopener">
        <ToolIcon name="history" />
        {words.say('popup.to-history')}
      </a>
      <a class="to-logbook" href={logbookAddress} target="_blank" rel="noopener">
        <ToolIcon name="logbook" />
        {words.say('popup.to-logbook')}
      </a>
    </nav>
  );
}
