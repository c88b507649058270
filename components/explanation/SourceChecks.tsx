import type { SourceNote } from '../../core/explanation/source-notes';
import type { FactId } from '../../core/rulebook/facts';
import { CiteButtons } from './CiteButtons';
import { SourceLinks } from './SourceLinks';

/** Where a fact can be checked, and how to cite it: one line below it. */
export const SourceChecks = ({ sources, fact }: { sources: readonly SourceNote[]; fact: FactId }) => (
  <div class="checks">
    <SourceLinks sources={sources} />
    <CiteButtons fact={fact} />
  </div>
);
