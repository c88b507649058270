import type { Sentence } from '../../core/explanation/sentence';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { PackControl, type PackControlProps } from './PackControl';
import { Section } from './Section';
import { type ListedSource, SourcesList } from './SourcesList';

export interface RulebookSectionProps {
  /** Which rulebook judges. */
  rulebook: Sentence;
  /** Set when it was reviewed too long ago. */
  rulesOld: Sentence | null;
  /** Whole days since its review, by the device's clock. */
  rulebookDays: number;
  sources: readonly ListedSource[];
  pack: PackControlProps;
}

/** The data that the answers rest on: how old they are, and where they come from. */
export function RulebookSection({ rulebook, rulesOld, rulebookDays, sources, pack }: RulebookSectionProps) {
  const { words } = useReader();
  return (
    <Section name="rulebook">
      <p>
        <Told sentence={rulebook} /> {words.say('options.rulebook-age', { days: rulebookDays })}
      </p>
      {rulesOld && (
        <p class="rules-old">
          <Told sentence={rulesOld} />
        </p>
      )}
      <p class="hint">{words.say('options.rulebook-hint')}</p>
      <p class="actions">
        <a href="/history.html">{words.say('label.history')}</a>
      </p>
      <PackControl {...pack} />
      <details>
        <summary>{words.say('options.sources', { count: sources.length })}</summary>
        <SourcesList sources={sources} />
      </details>
    </Section>
  );
}
