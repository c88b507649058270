import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../core/explanation/words';

interface CopyButtonProps {
  /** What is written on the button. */
  label: string;
  /** What it does, for those who cannot see where it stands. */
  title: string;
  text: string;
  words: Words;
}

type Outcome = 'ready' | 'copied' | 'copy-failed';

/** Copies a text at one press, and says whether that worked. */
export function CopyButton({ label, title, text, words }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('ready');
  useEffect(() => {
    if (outcome === 'ready') return;
    const timer = setTimeout(() => setOutcome('ready'), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copy-failed'),
    );
  return (
    <button type="button" class={`copy copy-${outcome}`} title={title} aria-label={title} onClick={copy}>
      <span class="copy-label">{label}</span>
      <span class="copy-outcome" role="status">
        {outcome !== 'ready' && words.say(`label.${outcome}`)}
      </span>
    </button>
  );
}
