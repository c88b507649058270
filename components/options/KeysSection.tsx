import { useReader } from '../explanation/reader';
import { Section } from './Section';

export interface KeysSectionProps {
  shortcuts: readonly { readonly does: 'answer' | 'visible' | 'full'; readonly keys: string }[];
  /** Where this browser lets keys be changed. */
  browser: 'chrome' | 'edge' | 'firefox' | 'firefox-android';
  onChangeKeys: () => void;
}

/** The key commands as they are now, and the way to the browser's own page for them. */
export function KeysSection({ shortcuts, browser, onChangeKeys }: KeysSectionProps) {
  const { words } = useReader();
  if (shortcuts.length === 0)
    return (
      <Section name="keys">
        <p>{words.say('options.keys-none')}</p>
      </Section>
    );
  return (
    <Section name="keys">
      <dl class="keys">
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{words.say(`options.key-${does}`)}</dt>
            <dd>{keys === '' ? words.say('options.key-unset') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        {words.say(browser === 'firefox' ? 'options.keys-firefox' : 'options.keys-chromium')}
      </p>
      <p class="actions">
        <button type="button" class="change-keys" onClick={onChangeKeys}>
          {words.say('options.keys-change')}
        </button>
      </p>
    </Section>
  );
}
