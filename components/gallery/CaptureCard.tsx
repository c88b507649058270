import { useEffect, useState } from 'preact/hooks';
import type { KeptCapture } from '../../core/capture/kept-capture';
import { timesOf } from '../../core/capture/stamp/stamp-lines';
import { useReader } from '../explanation/reader';

/**
 * One capture in the list: preview, sentence, time, host. A link, so that it opens by keyboard and in a new tab.
 * @param handle names it in the address
 */
export function CaptureCard({ capture, handle }: { capture: KeptCapture; handle: string }) {
  const { words } = useReader();
  const { facts, preview, notes, trustedTime } = capture;
  return (
    <li class={`capture processor-${facts.processor}`}>
      <a href={`#${handle}`} data-capture={capture.capture_id}>
        <Preview bytes={preview} alt={words.say('gallery.preview')} />
        <span class="capture-says">
          <strong>{facts.answer[words.language]}</strong>
          <span class="capture-time">{timesOf(facts.taken_utc, facts.tz_offset_min)}</span>
          <span>{new URL(facts.page_url_masked).hostname}</span>
          <span class="capture-marks">
            {notes > 0 && <span>{words.say('gallery.notes-count', { count: notes })}</span>}
            {trustedTime !== null && <span>{words.say('gallery.has-time')}</span>}
          </span>
        </span>
      </a>
    </li>
  );
}

function Preview({ bytes, alt }: { bytes: Uint8Array; alt: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return <span class="preview">{address !== null && <img src={address} alt={alt} />}</span>;
}
