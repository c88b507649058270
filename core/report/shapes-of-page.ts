import type { Page } from '../page/page';
import { parseJson } from '../page/parse-json';
import type { SignalRules } from '../page/signal-rules';
import type { HostRules } from '../rulebook/rulebook';
import { learnKeys } from './keys';
import { type Shape, shapeOf } from './shape-of';

/** The shapes of a page's known states by their ids; `not-json` and `too-large` where a state could not be read. */
export function shapesOfPage(page: Page, signals: SignalRules, hosts: HostRules): Record<string, Shape> {
  const states = Object.entries(page.states ?? {});
  const readable = states.filter(([, text]) => text.length <= signals.limits.stateCharacters);
  const keys = learnKeys(
    readable.map(([, text]) => text),
    page.address,
    signals,
    hosts,
  );
  return Object.fromEntries(
    states.map(([id, text]): [string, Shape] => {
      if (text.length > signals.limits.stateCharacters) return [id, 'too-large'];
      const value = parseJson(text);
      return [id, value === undefined ? 'not-json' : shapeOf(value, keys)];
    }),
  );
}
