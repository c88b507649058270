import type { Comparison } from '../../core/bundle/compare';
import type { Examination } from '../../core/bundle/verify/verify';
import { summaryOf, verifierWords } from '../../core/bundle/words';
import type { Language } from '../../core/explanation/words';
import { DropZone } from '../DropZone';
import { useReader } from '../explanation/reader';
import { Masthead } from '../Masthead';
import { BothPictures } from './BothPictures';
import { ComparisonTable, SignalsTable } from './ComparisonTables';

/** A file as it was chosen; `found` is null while it is checked. */
export interface ChosenBundle {
  readonly name: string;
  readonly found: Examination | null;
}

interface ComparePageProps {
  chosen: readonly [ChosenBundle | null, ChosenBundle | null];
  /** Null until both are checked, and where one cannot be read. */
  comparison: Comparison | null;
  galleryAddress: string;
  verifierAddress: string;
  onFile: (place: 0 | 1, file: File) => void;
  onLanguage: (language: Language) => void;
}

const headings = ['compare.first', 'compare.second'] as const;

/** Two bundles side by side: each is verified, then what is equal and what differs. No conclusion. */
export function ComparePage(props: ComparePageProps) {
  const { chosen, comparison, onFile } = props;
  const [one, other] = chosen.map((bundle) => bundle?.found ?? null);
  const { words } = useReader();
  return (
    <main class="page compare">
      <Masthead title={words.say('compare.heading')} onLanguage={props.onLanguage} />
      <p>{words.say('compare.intro')}</p>
      <div class="two">
        {headings.map((heading, place) => (
          <section key={heading} class="card" aria-labelledby={heading}>
            <h2 id={heading}>{words.say(heading)}</h2>
            <DropZone
              id={`bundle-${place}`}
              label={words.say('compare.choose')}
              accept=".zip,application/zip"
              onFile={(file) => onFile(place as 0 | 1, file)}
            />
            <div role="status">{chosen[place] && <Checked bundle={chosen[place]} />}</div>
          </section>
        ))}
      </div>
      {comparison && (
        <section class="compared" aria-labelledby="compared">
          <div role="status">
            <h2 id="compared" class={comparison.sameness}>
              {words.say(sentences[comparison.sameness])}
            </h2>
          </div>
          <p class="note">{words.say('compare.note')}</p>
          {one && other && <BothPictures found={[one, other]} />}
          <h3>{words.say('compare.table')}</h3>
          <ComparisonTable comparison={comparison} />
          <h3>{words.say('compare.signals')}</h3>
          <SignalsTable comparison={comparison} />
        </section>
      )}
      <footer>
        <nav>
          <a href={props.galleryAddress}>{words.say('gallery.to-captures')}</a>
          <a href={props.verifierAddress}>{words.say('gallery.to-verifier')}</a>
        </nav>
      </footer>
    </main>
  );
}

const sentences = {
  'same-capture': 'compare.same-capture',
  'same-verdict': 'compare.same-verdict',
  'other-verdict': 'compare.other-verdict',
  'in-doubt': 'compare.in-doubt',
} as const;

/** What the verifier says of one file, plainly. */
function Checked({ bundle: { name, found } }: { bundle: ChosenBundle }) {
  const { words } = useReader();
  if (found === null) return <p>{words.say('compare.checking', { name })}</p>;
  const summary = summaryOf(found);
  const verifier = verifierWords(words.language);
  const against = found.checks.filter(({ outcome }) => outcome === 'fails');
  const key =
    summary === 'holds'
      ? 'compare.holds'
      : found.facts === null
        ? 'compare.unreadable'
        : summary === 'unclear'
          ? 'compare.unclear'
          : 'compare.not-verified';
  return (
    <div class={`checked ${found.holds ? 'good' : 'bad'}`}>
      <p>
        <strong>{words.say(key, { name })}</strong>
      </p>
      {against.slice(0, 3).map((check) => (
        <p key={`${check.check} ${check.why} ${check.file}`}>{verifier.sayCheck(check)}</p>
      ))}
    </div>
  );
}
