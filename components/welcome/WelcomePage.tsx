import type { Language } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Masthead } from '../Masthead';
import { PinSteps } from './PinSteps';
import type { BrowserKind } from './pin-steps';

interface WelcomePageProps {
  /** The browser that this is, as far as it tells. */
  browser: BrowserKind;
  /** The hosts whose pages the extension may read. */
  hosts: readonly string[];
  onLanguage: (language: Language) => void;
}

/** The one screen of the first run: what it does, what it sees, what it never does, where its button is. */
export function WelcomePage({ browser, hosts, onLanguage }: WelcomePageProps) {
  const { words } = useReader();
  return (
    <main class="welcome">
      <Masthead onLanguage={onLanguage} />
      <section class="opening">
        <img src="/icon/plain-128.png" width="96" height="96" alt="" />
        <div>
          <h2>{words.say('welcome.title')}</h2>
          <p class="lead">{words.say('welcome.lead')}</p>
          <p class="ways-on">
            <a class="primary" href="/examples.html">
              {words.say('welcome.try')}
            </a>
            <a href="/options.html">{words.say('options.heading')}</a>
          </p>
        </div>
      </section>
      <div class="cards">
        <section class="card does">
          <h3>{words.say('welcome.does')}</h3>
          <ul>
            <li>{words.say('welcome.does.1')}</li>
            <li>{words.say('welcome.does.2')}</li>
            <li>{words.say('welcome.does.3')}</li>
            <li>{words.say('welcome.does.4')}</li>
          </ul>
        </section>
        <section class="card sees">
          <h3>{words.say('welcome.sees')}</h3>
          <ul>
            <li>
              {words.say('welcome.sees.1')}
              {hosts.map((host) => (
                <code key={host}>{host}</code>
              ))}
            </li>
            <li>{words.say('welcome.sees.2')}</li>
            <li>{words.say('welcome.sees.3')}</li>
          </ul>
        </section>
        <section class="card never">
          <h3>{words.say('welcome.never')}</h3>
          <ul>
            <li>{words.say('welcome.never.1')}</li>
            <li>{words.say('welcome.never.2')}</li>
            <li>{words.say('welcome.never.3')}</li>
            <li>{words.say('welcome.never.4')}</li>
          </ul>
        </section>
      </div>
      <PinSteps browser={browser} />
      <footer>{words.say('welcome.once')}</footer>
    </main>
  );
}
