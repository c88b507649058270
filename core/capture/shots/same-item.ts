import type { Reading } from '../../page/page';
import type { Verdict } from '../../verdict/verdict';

/**
 * A text that is the same for two judgements of the same item, and another one when what is judged, or what is said of
 * it, has changed. To compare within a capture; it is kept nowhere.
 */
export function itemKey({ address, item, texts, marks }: Reading, verdict: Verdict): string {
  const { kind, surface, basket, processor, phase, lookalike } = verdict;
  const said = { kind, surface, basket, processor, phase, lookalike };
  return JSON.stringify([address, item, texts, marks, said]);
}
