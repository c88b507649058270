import browser from 'webextension-polyfill';
import { type ChosenBundle, ComparePage } from '../../components/compare/ComparePage';
import { compareBundles } from '../../core/bundle/compare';
import { examine, largestBundle } from '../../core/bundle/verify/verify';
import { knownHere } from '../../services/capture/keep/known-here';
import { OwnPage } from '../own-page/own-page';

const chosen: [ChosenBundle | null, ChosenBundle | null] = [null, null];

async function take(place: 0 | 1, file: File): Promise<void> {
  const bundle: ChosenBundle = { name: file.name, found: null };
  chosen[place] = bundle;
  page.draw();
  // What is too large or cannot be read is checked as the nothing that is known of it.
  const bytes = file.size > largestBundle ? new Uint8Array() : await bytesOf(file);
  const found = await examine(bytes, knownHere());
  // Another file may have been chosen for this place meanwhile.
  if (chosen[place] !== bundle) return;
  chosen[place] = { name: file.name, found };
  page.draw();
}

const bytesOf = async (file: File): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that was moved: the page then says that nothing of it can be read.
    return new Uint8Array();
  }
};

const page = new OwnPage({
  id: 'compare',
  title: (words) => words.say('compare.heading'),
  show: (words) => {
    const [one, other] = chosen;
    return (
      <ComparePage
        chosen={chosen}
        comparison={
          one?.found && other?.found ? compareBundles(one.found, other.found, words.language) : null
        }
        galleryAddress={browser.runtime.getURL('/gallery.html')}
        verifierAddress={browser.runtime.getURL('/verifier.html')}
        onFile={(place, file) => void take(place, file)}
        onLanguage={(language) => void page.choose(language)}
      />
    );
  },
});

// A file dropped beside a field must not replace the page.
for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
void page.open().then(() => page.draw());
