import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type ChosenBundle, ComparePage } from '../../components/compare/ComparePage';
import { ReaderContext } from '../../components/explanation/reader';
import { compareBundles } from '../../core/bundle/compare';
import { examine, largestBundle } from '../../core/bundle/verify/verify';
import { type Language, wordsIn } from '../../core/explanation/words';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings';

const root = document.getElementById('compare') as HTMLElement;
const view = {
  language: 'id' as Language,
  chosen: [null, null] as [ChosenBundle | null, ChosenBundle | null],
};

async function take(place: 0 | 1, file: File): Promise<void> {
  const bundle: ChosenBundle = { name: file.name, found: null };
  view.chosen[place] = bundle;
  draw();
  // What is too large or cannot be read is checked as the nothing that is known of it.
  const bytes = file.size > largestBundle ? new Uint8Array() : await bytesOf(file);
  const found = await examine(bytes);
  // Another file may have been chosen for this place meanwhile.
  if (view.chosen[place] !== bundle) return;
  view.chosen[place] = { name: file.name, found };
  draw();
}

const bytesOf = async (file: File): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that was moved: the page then says that nothing of it can be read.
    return new Uint8Array();
  }
};

function draw(): void {
  const words = wordsIn(view.language);
  const [one, other] = view.chosen;
  document.documentElement.lang = view.language;
  document.title = words.say('compare.heading');
  render(
    <ReaderContext.Provider value={{ words, cite: () => null }}>
      <ComparePage
        chosen={view.chosen}
        comparison={
          one?.found && other?.found ? compareBundles(one.found, other.found, words.language) : null
        }
        galleryAddress={browser.runtime.getURL('/gallery.html')}
        verifierAddress={browser.runtime.getURL('/verifier.html')}
        onFile={(place, file) => void take(place, file)}
        onLanguage={(language) => {
          view.language = language;
          void saveLanguage(language).then(draw);
        }}
      />
    </ReaderContext.Provider>,
    root,
  );
}

async function open(): Promise<void> {
  view.language = await readLanguage();
  // A file dropped beside a field must not replace the page.
  for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
  draw();
}

void open();
onLanguage((language) => {
  view.language = language;
  draw();
});
