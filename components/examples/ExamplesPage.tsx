import type { ExampleName } from '../../core/examples/example-readings';
import type { Explanation } from '../../core/explanation/explain';
import type { Language } from '../../core/explanation/words';
import type { Verdict } from '../../core/verdict/verdict';
import { OrderPath } from '../explanation/OrderPath';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { Masthead } from '../Masthead';
import { AnswerCard } from '../popup/AnswerCard';
import { ExplanationFolds } from '../popup/ExplanationFolds';

interface ExamplesPageProps {
  names: readonly ExampleName[];
  chosen: ExampleName;
  verdict: Verdict;
  explanation: Explanation;
  onLanguage: (language: Language) => void;
}

/** The popup's answers on made-up pages: the same judge, the same parts, no shop needed. */
export function ExamplesPage({ names, chosen, verdict, explanation, onLanguage }: ExamplesPageProps) {
  const { words } = useReader();
  return (
    <main class="examples">
      <Masthead title={words.say('example.heading')} onLanguage={onLanguage} />
      <p class="intro">{words.say('example.intro')}</p>
      <div class="example-choice">
        <nav aria-label={words.say('example.heading')}>
          {names.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === chosen ? 'page' : undefined}>
              {words.say(`example.${name}`)}
            </a>
          ))}
        </nav>
        <section class="example" aria-label={words.say(`example.${chosen}`)}>
          <p class="example-address">
            <span>{words.say('example.address')}</span> <code data-page>{verdict.address}</code>
          </p>
          <div class={`popup state-${explanation.state}`}>
            {explanation.rulesOld && (
              <p class="rules-old">
                <Told sentence={explanation.rulesOld} />
              </p>
            )}
            {/* Nothing to reload here: the page is none. */}
            <AnswerCard explanation={{ ...explanation, canReload: false }} onReload={() => undefined} />
            <OrderPath explanation={explanation} surface={verdict.surface} />
            <div class="folds">
              <ExplanationFolds
                key={chosen}
                explanation={explanation}
                address={verdict.address}
                tellsUnread={false}
              />
            </div>
            <footer>
              <p>
                <strong>{words.say('popup.notice')}</strong> <Told sentence={explanation.rulebook} />
              </p>
            </footer>
          </div>
        </section>
      </div>
      <nav class="ways-on">
        <a href="/welcome.html">{words.say('welcome.heading')}</a>
        <a href="/options.html">{words.say('options.heading')}</a>
      </nav>
    </main>
  );
}
