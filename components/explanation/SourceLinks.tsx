import type { SourceNote } from '../../core/explanation/source-notes';

/** Where a statement can be checked. What has no page of its own is named, not linked. */
export const SourceLink = ({ source: { text, address } }: { source: SourceNote }) =>
  address === null ? (
    <span data-source>{text}</span>
  ) : (
    // The other side learns nothing of the page the reader came from.
    <a href={address} target="_blank" rel="noopener noreferrer" data-source>
      {text}
    </a>
  );

export const SourceLinks = ({ sources }: { sources: readonly SourceNote[] }) => (
  <ul class="sources">
    {sources.map((source) => (
      <li key={`${source.text} ${source.address}`}>
        <SourceLink source={source} />
      </li>
    ))}
  </ul>
);
