import { render } from 'preact';
import { ExamplesPage } from '../../components/examples/ExamplesPage';
import { ReaderContext } from '../../components/explanation/reader';
import { cite } from '../../core/citation/cite';
import { exampleNamed, examples } from '../../core/examples/example-readings';
import { explain } from '../../core/explanation/explain';
import { type Language, wordsIn } from '../../core/explanation/words';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings';
import { verdictToday } from '../../services/tab-verdict';

const root = document.getElementById('examples') as HTMLElement;

/** The example in the page's own address, so that one can be passed on; the first where it names none. */
const chosen = () => exampleNamed(location.hash.slice(1)) ?? examples[0];

function show(language: Language): void {
  const words = wordsIn(language);
  document.documentElement.lang = language;
  document.title = words.say('example.heading');
  const example = chosen();
  if (example === undefined) return;
  const verdict = verdictToday(example.reading);
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rulebook, words) }}>
      <ExamplesPage
        names={examples.map(({ name }) => name)}
        chosen={example.name}
        verdict={verdict}
        explanation={explain(verdict, rulebook, language)}
        onLanguage={(language) => {
          void saveLanguage(language);
          showIn(language);
        }}
      />
    </ReaderContext.Provider>,
    root,
  );
}

let again = (): void => undefined;
function showIn(language: Language): void {
  again = () => show(language);
  again();
}

window.addEventListener('hashchange', () => again());
void readLanguage().then(showIn);
onLanguage(showIn);
