import type { ArticleNote } from '../../core/explanation/article-note';
import { SourceLink } from './SourceLinks';
import { ToldParagraph } from './Told';

/** Articles in plain words, each with its place and, where it has a page, a way there. */
export const ArticleList = ({ articles }: { articles: readonly ArticleNote[] }) => (
  <ul class="facts">
    {articles.map(({ fact, sentences, article, notes, sources }) => (
      <li key={fact}>
        <ToldParagraph class="fact" sentences={sentences} />
        <span class="weight" data-facts={fact}>
          {sources[0]?.address ? (
            <SourceLink source={{ text: article.text, address: sources[0].address }} />
          ) : (
            article.text
          )}
        </span>
        <ToldParagraph class="note" sentences={notes} />
      </li>
    ))}
  </ul>
);
