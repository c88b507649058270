import { compareText } from './compare-text';
import type { Description } from './description';
import type { OpenedPackage } from './package-file';

/** The package of a participant that counts, and how its rows count. */
export interface Chosen {
  readonly opened: OpenedPackage;
  readonly said: Description;
  readonly person: string;
  readonly source: 'browser' | 'har';
  readonly analysed: boolean;
  readonly arm: string | null;
  readonly weight: number | null;
  /** ISO day. */
  readonly received: string | null;
  /** Packages of the participant that were given and hold. */
  readonly packages: number;
  /** Ids of the checks that warn. */
  readonly flags: readonly string[];
}

/** By person, then by installation: the order of every table. */
export const inOrder = (one: Chosen, other: Chosen): number =>
  compareText(one.person, other.person) ||
  compareText(one.said.participant_id, other.said.participant_id) ||
  compareText(one.source, other.source);
