import type { FactId } from '../rulebook/facts';

/** A sentence that claims something, and the facts it rests on: `<file>/<record>` of the rulebook. Never none. */
export interface Sentence {
  readonly text: string;
  readonly facts: readonly FactId[];
}

/** A sentence whose words stand in the rulebook itself. */
export const sentence = (text: string, ...facts: FactId[]): Sentence => ({ text, facts });
