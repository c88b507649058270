import { useState } from 'preact/hooks';
import type { SourceNote } from '../../core/explanation/source-notes';
import { useReader } from '../explanation/reader';
import { SourceLink } from '../explanation/SourceLinks';

export type ListedSource = SourceNote & { readonly title: string };

/** Every source of the rulebook in a box of its own, to be searched by any word of it. */
export function SourcesList({ sources }: { sources: readonly ListedSource[] }) {
  const { words } = useReader();
  const [sought, setSought] = useState('');
  const wanted = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown = sources.filter(({ title, text }) => {
    const all = `${title} ${text}`.toLocaleLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  return (
    <div class="sources-list">
      <label class="field">
        {words.say('options.sources-search')}
        <input type="search" value={sought} onInput={({ currentTarget }) => setSought(currentTarget.value)} />
      </label>
      <p class="hint" role="status">
        {shown.length === 0
          ? words.say('options.sources-none')
          : words.say('options.sources-shown', { shown: shown.length, all: sources.length })}
      </p>
      {/* A box that scrolls is reached by keyboard as well. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <ul class="all-sources" tabIndex={0}>
        {shown.map((source) => (
          <li key={`${source.title} ${source.address}`}>
            <span data-source>{source.title}</span>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
