import { cslText } from '../../core/citation/csl';
import type { FactId } from '../../core/rulebook/facts';
import { CopyButton } from './CopyButton';
import { useReader } from './reader';

/** One press copies a citation of a fact: as text, or for a reference manager. */
export function CiteButtons({ fact }: { fact: FactId }) {
  const { words, cite } = useReader();
  const citation = cite(fact);
  if (citation === null) return null;
  return (
    <span class="cite">
      <CopyButton
        label={words.say('label.cite')}
        title={words.say('label.cite-text')}
        text={citation.text}
        words={words}
      />
      <CopyButton
        label="CSL-JSON"
        title={words.say('label.cite-csl')}
        text={cslText(citation.csl)}
        words={words}
      />
    </span>
  );
}
