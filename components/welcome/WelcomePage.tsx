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

/** What one may have come for, and the page where that begins. */
const doors = [
  { door: 'shop', page: 'examples' },
  { door: 'research', page: 'logbook' },
  { door: 'report', page: 'gallery' },
] as const;

/** The one screen of the first run: a door for each reader, where its button is, what it does, sees and never does. */
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
        </div>
      </section>
      <nav class="doors" aria-labelledby="doors-title">
        <h2 id="doors-title">{words.say('welcome.choose')}</h2>
        {doors.map(({ door, page }) => (
          <a key={door} href={`/${page}.html`}>
            <strong>{words.say(`welcome.${door}`)}</strong>
            <span>{words.say(`welcome.${door}.why`)}</span>
          </a>
        ))}
      </nav>
      <PinSteps browser={browser} />
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
      <footer>
        {words.say('welcome.once')} <a href="/options.html">{words.say('options.heading')}</a>
      </footer>
    </main>
  );
}
