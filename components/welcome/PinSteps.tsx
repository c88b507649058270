import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';
import { PinDrawing } from './PinDrawing';
import { type BrowserKind, browserKinds, browserNames, pinSteps } from './pin-steps';

/** How to bring the button into the toolbar, drawn for the browser at hand and for the others at a press. */
export function PinSteps({ browser }: { browser: BrowserKind }) {
  const { words } = useReader();
  const [kind, choose] = useState(browser);
  return (
    <section class="pin-steps" aria-labelledby="pin-title">
      <h2 id="pin-title">{words.say(kind === 'firefox-android' ? 'welcome.find' : 'welcome.pin')}</h2>
      <fieldset class="browser-choice">
        <legend>{words.say('welcome.browser')}</legend>
        {browserKinds.map((known) => (
          <button type="button" key={known} aria-pressed={known === kind} onClick={() => choose(known)}>
            {browserNames[known]}
          </button>
        ))}
      </fieldset>
      <ol>
        {pinSteps[kind].map(({ scene, text }) => (
          <li key={scene}>
            <PinDrawing scene={scene} />
            <p>{words.say(text)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
