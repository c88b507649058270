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
  const isDone = saved !== null && 'name' in saved;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const save = (event: Event) => {
    event.preventDefault();
    if (basket === null || processor === null) return;
    void onSave({ basket, processor }).then(setSaved, () => setSaved({ failed: 'other' }));
  };
  return (
    <form class="wrong-form" aria-labelledby="wrong-title" onSubmit={save}>
      <h2 id="wrong-title" tabIndex={-1} ref={heading}>
        {words.say('wrong.heading')}
      </h2>
      <fieldset>
        <legend>{words.say('wrong.basket')}</legend>
        {baskets.map((value) => (
          <label class="tick" key={value}>
            <input
              type="radio"
              name="basket"
              value={value}
              checked={basket === value}
              onChange={() => setBasket(value)}
            />
            {words.say(`wrong.basket.${value}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="in-pairs">
        <legend>{words.say('wrong.processor')}</legend>
        {processors.map((value) => (
          <label class="tick" key={value}>
            <input
              type="radio"
              name="processor"
              value={value}
              checked={processor === value}
              onChange={() => setProcessor(value)}
            />
            {words.say(value === 'tokopedia' ? 'log.processor.tokopedia' : `wrong.processor.${value}`)}
          </label>
        ))}
      </fieldset>
      {saved ? <SavedNote saved={saved} /> : <p class="note">{words.say('wrong.what')}</p>}
      <div class="actions">
        {!isDone && (
          <button type="submit" class="primary save-wrong" disabled={basket === null || processor === null}>
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
