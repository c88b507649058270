import { useState } from 'preact/hooks';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import { type Opened, openSeals, readOpening } from '../../core/bundle/commitment';
import { type VerifierWords, wordsOfOpening } from '../../core/bundle/words';

interface OpenSealsProps {
  facts: CaptureFacts;
  words: VerifierWords;
}

/** Where a bundle holds commitments: the maker's opening, and the uncovered picture, are held against them. */
export function OpenSeals({ facts, words }: OpenSealsProps) {
  const { say } = words;
  const [opened, setOpened] = useState<Opened | 'unreadable' | null>(null);
  const sealed = [
    ...(facts.page_commitment ? [say('seals.page')] : []),
    ...(facts.original_commitment ? [say('seals.picture')] : []),
  ];
  if (sealed.length === 0) return null;
  const open = async (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])];
    const json = files.find(({ name }) => /\.json$/i.test(name));
    const png = files.find(({ name }) => /\.png$/i.test(name));
    const opening = json ? readOpening(await json.text()) : null;
    const picture = png ? new Uint8Array(await png.arrayBuffer()) : null;
    setOpened(opening === null ? 'unreadable' : openSeals(facts, opening, picture));
    field.value = '';
  };
  return (
    <section class="card seals" aria-labelledby="seals">
      <h2 id="seals">{say('seals.heading')}</h2>
      <p>{say('seals.intro', { what: sealed.join(', ') })}</p>
      <div class="choose">
        <label class="folder" for="opening">
          {say('seals.choose')}
        </label>
        <input
          id="opening"
          type="file"
          multiple
          accept=".json,.png"
          onChange={({ currentTarget }) => void open(currentTarget).catch(() => setOpened('unreadable'))}
        />
      </div>
      <div role="status">
        {opened !== null && wordsOfOpening(opened, words).map((line) => <p key={line}>{line}</p>)}
      </div>
    </section>
  );
}
