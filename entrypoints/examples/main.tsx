import { ExamplesPage } from '../../components/examples/ExamplesPage';
import { exampleNamed, examples } from '../../core/examples/example-readings';
import { explain } from '../../core/explanation/explain';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { verdictToday } from '../../services/tabs/tab-verdict';
import { OwnPage } from '../own-page/own-page';

const page = new OwnPage({
  id: 'examples',
  title: (words) => words.say('example.heading'),
  show: (words) => {
    // The example in the page's own address, so that one can be passed on; the first where it names none.
    const example = exampleNamed(location.hash.slice(1)) ?? examples[0];
    if (example === undefined) return null;
    const verdict = verdictToday(example.reading);
    return (
      <ExamplesPage
        names={examples.map(({ name }) => name)}
        chosen={example.name}
        verdict={verdict}
        explanation={explain(verdict, rulebook, words.tag)}
        onLanguage={(language) => void page.choose(language)}
      />
    );
  },
});

void page.open().then(() => page.draw());
window.addEventListener('hashchange', () => page.draw());
