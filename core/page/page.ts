import type { Look } from './look';
import type { Sight } from './sight';

/** What a reader found in one page, without interpretation. */
export interface Page {
  /** The page's full address. */
  readonly address: string;
  /**
   * The texts of the known state scripts by element id; a script that is not in the page is left out.
   * Null when nobody read the page and only its address is known.
   */
  readonly states: Readonly<Record<string, string>> | null;
  /** Ids of the narrow marks seen (an element id, an exact title), as named in rulebook/signals.json. */
  readonly marks: readonly string[];
  /** The address of the basket link that the page for phones draws; null where none is drawn or looked for. */
  readonly drawnLink: string | null;
  /** The HTTP status that the page was answered with; null where it is not known. */
  readonly status: number | null;
  /** What is seen of it where it holds no state; a look where that is known already. Null for a page that holds its own. */
  readonly sight: Sight | Look | null;
}

/** Why a step of a signal's path could not be taken. */
export const breakReasons = [
  'absent',
  'not-an-object',
  'not-a-list',
  'not-json',
  'not-a-value',
  'too-many',
] as const;
export type BreakReason = (typeof breakReasons)[number];

/** Where a signal's path stopped: `step` counts from 0. */
export interface PathBreak {
  readonly step: number;
  readonly why: BreakReason;
}

/** One signal of the rulebook, as this page answered it. */
export interface SignalReading {
  readonly signal: string;
  readonly values: readonly string[];
  readonly breaks: readonly PathBreak[];
}

/** What became of the item that the address names. */
export const itemOutcomes = [
  'read', // the state's item is the address's item
  'not-asked', // the address names no item, or nobody read the page
  'state-absent',
  'state-too-large',
  'state-not-json',
  'other-item', // the state speaks of another item, or of one where the address names none
  'unavailable', // the state has the video's place, but no item in it
  'not-in-state', // the state speaks of no item at all
  'new-shape', // the item's place or its expected fields are not as the rules know them
] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** Where an item was found: in the JSON embedded in the page, or in the props of the page's own program. */
export const itemPlaces = ['page state', 'page props'] as const;
export type ItemWhere = (typeof itemPlaces)[number];

export interface ItemReading {
  readonly outcome: ItemOutcome;
  readonly where: ItemWhere;
  /** The first words of its caption, for the person at the screen: never judged by, never kept. */
  readonly caption: string | null;
  readonly signals: readonly SignalReading[];
  /** Shop fields seen in the item, wherever they stand: reason enough not to say "no". */
  readonly shopKeys: readonly string[];
  /** Fields the rules expect of any item and did not find. */
  readonly missing: readonly string[];
}

/** What a live room says of its goods; null where it does not say. */
export interface RoomReading {
  readonly hasGoods: boolean | null;
  readonly productCount: number | null;
}

/** A page's signals, small and free of the page's texts: what travels from the page to the judge. */
export interface Reading {
  readonly address: string;
  /** False when only the address is known. */
  readonly wasRead: boolean;
  readonly marks: readonly string[];
  /** Ids of the known state scripts that the page holds. */
  readonly states: readonly string[];
  readonly item: ItemReading;
  readonly room: RoomReading | null;
  readonly drawnLink: string | null;
  /** The HTTP status of the page's answer; null where it is not known. */
  readonly status: number | null;
  /** What the page looks like, where it looks like something in a page's place. */
  readonly look: Look | null;
  readonly texts: readonly SignalReading[];
}

/** What the script in a page tells of it. The words of a sight are looked at once, for a look, and kept nowhere. */
export interface SeenPage extends Omit<Reading, 'look'> {
  readonly sight: Sight | null;
  /** False while the script will look again: what is not there yet may still come. */
  readonly isLast: boolean;
}

/** A page of which only the address is known, and perhaps how it was answered: nobody read it. */
export const addressPage = (address: string, status: number | null = null): Page => ({
  address,
  states: null,
  marks: [],
  drawnLink: null,
  status,
  sight: null,
});
