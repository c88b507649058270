import type { ComponentChildren } from 'preact';
import type { Sentence } from '../../core/explanation/sentence';
import { Told } from '../explanation/Told';

interface FoldProps {
  /** What it holds: its place in the style sheet and in tests. */
  name: string;
  title: string;
  /** The gist of what is folded away: a claim with its facts, or a plain count. */
  gist?: Sentence | string;
  /** What is said of it without a press, below the title. */
  lead?: Sentence | null;
  open?: boolean;
  children: ComponentChildren;
}

/** One row of the popup that opens to its text: the first screen stays short, all of it one press away. */
export const Fold = ({ name, title, gist, lead, open = false, children }: FoldProps) => (
  <details class={`fold fold-${name}`} open={open}>
    <summary>
      <h2>{title}</h2>
      <span class="gist">{typeof gist === 'object' ? <Told sentence={gist} /> : gist}</span>
      {lead && (
        <span class="lead">
          <Told sentence={lead} />
        </span>
      )}
    </summary>
    <div class="fold-body">{children}</div>
  </details>
);
