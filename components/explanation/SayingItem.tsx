import type { Saying } from '../../core/explanation/saying';
import { SourceChecks } from './SourceChecks';
import { ToldParagraph } from './Told';

/** What somebody else said or recorded: the words, their doubt, where to check them, and how to cite them. */
export const SayingItem = ({ saying }: { saying: Saying }) => (
  <div class="saying">
    <ToldParagraph sentences={saying.sentences} />
    {saying.quote && (
      <blockquote lang="id" data-facts={saying.fact}>
        {saying.quote}
      </blockquote>
    )}
    <ToldParagraph class="note" sentences={saying.notes} />
    <SourceChecks sources={saying.sources} fact={saying.fact} />
  </div>
);
