import { useEffect, useRef, useState } from 'preact/hooks';
import type { Expected } from '../../core/report/wrong-case';
import { useReader } from '../explanation/reader';
import { SavedNote } from './SavedNote';
import type { Saved } from './saved';

interface WrongFormProps {
  onSave: (expected: Expected) => Promise<Saved>;
  onClose: () => void;
}

const baskets = ['yes', 'no', 'unknown'] as const;
const processors = ['tokopedia', 'tiktok-shop', 'none', 'unknown'] as const;

/** What the answer should have been: two questions and a file, nothing else. */
export function WrongForm({ onSave, onClose }: WrongFormProps) {
  const { words } = useReader();
  // Nothing is chosen beforehand: a press too early must not save an answer that nobody gave.
  const [basket, setBasket] = useState<Expected['basket'] | null>(null);
  const [processor, setProcessor] = useState<Expected['processor'] | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  /** The question that was pressed past. */
  const [missing, setMissing] = useState<'basket' | 'processor' | null>(null);
  const isDone = saved !== null && 'name' in saved;
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => heading.current?.focus(), []);
  /** Said at the question that it is about. */
  const missingAt = (name: 'basket' | 'processor', answer: string | null) =>
    missing === name &&
    answer === null && (
      <p class="missing" role="alert">
        {words.say(`wrong.missing-${name}`)}
      </p>
    );
  const save = (event: Event) => {
    event.preventDefault();
    if (basket === null || processor === null) {
      const name = basket === null ? 'basket' : 'processor';
      setMissing(name);
      form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
      return;
    }
    setMissing(null);
    void onSave({ basket, processor }).then(setSaved, () => setSaved({ failed: 'other' }));
  };
  return (
    <form class="wrong-form" aria-labelledby="wrong-title" ref={form} onSubmit={save}>
      <h2 id="wrong-title" tabIndex={-1} ref={heading}>
        {words.say('wrong.heading')}
      </h2>
      <fieldset>
        <legend>{words.say('wrong.basket')}</legend>
        <Choices
          name="basket"
          values={baskets}
          chosen={basket}
          say={(value) => words.say(`wrong.basket.${value}`)}
          onChoice={setBasket}
        />
        {missingAt('basket', basket)}
      </fieldset>
      <fieldset class="in-pairs">
        <legend>{words.say('wrong.processor')}</legend>
        <Choices
          name="processor"
          values={processors}
          chosen={processor}
          say={(value) =>
            words.say(value === 'tokopedia' ? 'log.processor.tokopedia' : `wrong.processor.${value}`)
          }
          onChoice={setProcessor}
        />
        {missingAt('processor', processor)}
      </fieldset>
      {saved ? (
        <SavedNote saved={saved} />
      ) : (
        <p class="note">
          {words.say('wrong.what')} {words.say('wrong.to-whom')}
        </p>
      )}
      <div class="actions">
        {!isDone && (
          <button type="submit" class="primary save-wrong">
            {words.say('wrong.save')}
          </button>
        )}
        <button type="button" class="close-wrong" onClick={onClose}>
          {words.say(isDone ? 'wrong.done' : 'wrong.cancel')}
        </button>
      </div>
    </form>
  );
}

interface ChoicesProps<Value extends string> {
  name: string;
  values: readonly Value[];
  chosen: Value | null;
  say: (value: Value) => string;
  onChoice: (value: Value) => void;
}

/** One of several, each a radio button with its words. */
const Choices = <Value extends string>({ name, values, chosen, say, onChoice }: ChoicesProps<Value>) => (
  <>
    {values.map((value) => (
      <label class="tick" key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={chosen === value}
          onChange={() => onChoice(value)}
        />
        {say(value)}
      </label>
    ))}
  </>
);
