import fc from 'fast-check';
import { expect } from 'vitest';
import { parseJson } from '../../core/page/parse-json';
import { readItem } from '../../core/page/read-item';
import type { SignalRules } from '../../core/page/signal-rules';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { videoId } from '../builders/pages';
import { changedJson } from './changed-json';
import { holdsFor } from './holds-for';
import { editedText } from './hostile-texts';
import { capturedStates, doubledStates, states } from './real-pages';

const rules = builtInRulebook.signals;
/** Rules by which nothing that follows the item is parsed, however short. */
const searching: SignalRules = { ...rules, limits: { ...rules.limits, behindCharacters: 0 } };
const ofWhole = (text: string) => readItem(text, videoId, rules, () => parseJson(text));

/** The item of a state that is no JSON, read where the state is whole up to the end of its scope. */
const ofBeginnings = (text: string) =>
  [...text.matchAll(/\}/g)].map(({ index }) => ofWhole(`${text.slice(0, index + 1)}}}`));

/** The reader in the page against one that parses all there is. */
function expectSame(text: string): void {
  const whole = ofWhole(text);
  expect(readItem(text, videoId, rules)).toEqual(whole);
  const searched = readItem(text, videoId, searching);
  if (parseJson(text) !== undefined) expect(searched).toEqual(whole);
  else if (searched.outcome !== whole.outcome) expect(ofBeginnings(text)).toContainEqual(searched);
}

const texts = [...states, ...doubledStates].map((state) => JSON.stringify(state));
const names = [
  '__DEFAULT_SCOPE__',
  'webapp.video-detail',
  'webapp.reflow.video.detail',
  'itemInfo',
  'itemStruct',
  'id',
  'x',
];

/** A field's name, perhaps with some of its letters written as signs. */
const name = fc
  .tuple(fc.constantFrom(...names), fc.nat({ max: 3 }), fc.nat({ max: 20 }))
  .map(([word, how, at]) =>
    [...word]
      .map((letter, index) => {
        const hex = letter.charCodeAt(0).toString(16).padStart(4, '0');
        if (how > 1 || (how === 1 && index !== at)) return letter;
        return `\\u${at % 2 ? hex : hex.toUpperCase()}`;
      })
      .join(''),
  );
/** What may stand anywhere between two fields: a field more, of a name that the rules look for. */
const field = fc
  .tuple(
    name,
    fc.constantFrom(
      '0',
      'null',
      '{}',
      '{"a":{}}',
      '[]',
      '"}{"',
      ...texts,
      ...texts.map((text) => JSON.stringify(text)),
    ),
  )
  .map(([key, value]) => `"${key}":${value},`);
const space = fc.constantFrom('', ' ', '\n\t', '\r', '\u00a0');

holdsFor(
  'both readers say the same of states with fields more',
  30_000,
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat({ max: 12 }), field), { minLength: 1, maxLength: 3 }),
      space,
    )
    .map(([text, more, gap]) =>
      more.reduce((made, [at, added]) => {
        let seen = 0;
        // Within a text a field more is broken JSON, or a text: both are asked for here.
        return made.replace(/\{(?=")/g, (brace) => (seen++ === at ? `${brace}${gap}${added}${gap}` : brace));
      }, text),
    ),
  expectSame,
);
holdsFor('both readers say the same of states, cut and edited', 40_000, editedText(texts), expectSame);
holdsFor(
  'both readers say the same of states with places changed',
  28_000,
  fc
    .tuple(changedJson([...states, ...doubledStates]), fc.nat({ max: 2 }))
    .map(([value, indent]) => JSON.stringify(value, null, indent)),
  expectSame,
);
if (capturedStates.length > 0)
  holdsFor(
    'both readers say the same of captured states, cut and edited',
    2000,
    editedText(capturedStates.map((text) => text.slice(0, 400_000))),
    expectSame,
  );
