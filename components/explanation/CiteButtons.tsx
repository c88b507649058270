import { cslText } from '../../core/citation/csl';
import type { FactId } from '../../core/rulebook/facts';
import { CopyButton } from './CopyButton';
import { useReader } from './reader';

/** One press copies a citation of a fact: as text, or for a reference manager. */
export function CiteButtons({ fact }: { fact: FactId }) {
  const { words, cite } = useReader();
  const citation = cite(fact);
  if (citation === null) return null;
  // Many stand on a page: each is named by what it cites.
  const title = citation.csl[0]?.title ?? words.say('label.cite-text');
  return (
    <span class="cite">
      <CopyButton
        label={words.say('label.cite')}
        title={`${words.say('label.cite')}: ${title}`}
        text={citation.text}
        words={words}
      />
      <CopyButton label="CSL-JSON" title={`CSL-JSON: ${title}`} text={cslText(citation.csl)} words={words} />
    </span>
  );
}
