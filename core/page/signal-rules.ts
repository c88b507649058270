/** A step of a path: a field's name, `*` for each entry, `(json)` for JSON inside a text, or fields to equal. */
export type PathStep = string | Readonly<Record<string, string>>;

export interface PathSignalRule {
  readonly id: string;
  readonly at: readonly PathStep[];
}

export interface TextSignalRule {
  readonly id: string;
  readonly state: string;
  readonly pattern: string;
}

export interface MarkRule {
  readonly id: string;
  readonly element?: string | undefined;
  readonly title?: string | undefined;
}

/** How what stands in a page's place is told from a page. Lists of patterns are alternatives and ignore case. */
export interface LookRules {
  /** More nodes, or more characters of text, than a stand-in has. */
  readonly nodes: number;
  readonly characters: number;
  /** Fewer characters of text are nothing to see. */
  readonly least: number;
  /** From so many characters of text, or of data, a page without its state is a whole one of a new shape. */
  readonly whole: number;
  readonly data: number;
  /** Prices and words of buying: where they stand, the page came. */
  readonly goods: readonly string[];
  readonly loading: readonly string[];
  /** What programs that save pages write into them. */
  readonly saved: readonly string[];
  /** Names that the challenges of delivery networks give to their parts. */
  readonly marks: readonly string[];
  readonly words: Readonly<Record<'challenge' | 'log-in' | 'error', readonly string[]>>;
}

/** The part of the rulebook that reading needs (rulebook/signals.json): all that ships into a page. */
export interface SignalRules {
  readonly limits: {
    readonly stateCharacters: number;
    readonly values: number;
    readonly valueCharacters: number;
  };
  readonly marks: readonly MarkRule[];
  readonly looks: LookRules;
  readonly drawnLink: {
    readonly id: string;
    readonly element: string;
    readonly hrefStart: string;
    readonly withText: string;
  };
  readonly item: {
    readonly state: string;
    readonly address: string;
    readonly scopeTexts: readonly string[];
    readonly itemText: string;
    readonly places: readonly (readonly string[])[];
    readonly status: readonly (readonly string[])[];
    readonly expected: readonly (readonly string[])[];
    readonly wordKeys: readonly string[];
    readonly shopKeys: readonly string[];
    readonly captionCharacters: number;
  };
  /** States that pages of some kind must hold: their presence counts, not what they say. */
  readonly pageStates: readonly { readonly states: readonly string[] }[];
  readonly itemSignals: readonly PathSignalRule[];
  readonly textSignals: readonly TextSignalRule[];
}

/** The element ids of all state scripts that some rule reads. */
export const stateIds = (rules: SignalRules): string[] => [
  ...new Set([
    rules.item.state,
    ...rules.textSignals.map((rule) => rule.state),
    ...rules.pageStates.flatMap(({ states }) => states),
  ]),
];

/** Whether a page holds a state that says anything: then it is a page, and nothing that stands in the place of one. */
export const holdsState = (states: Readonly<Record<string, string>>): boolean =>
  Object.values(states).some((text) => text.trim().length > 2);

/** Whether a page draws its basket as a link: only there is the document searched for one. */
export const drawsLink = (states: Readonly<Record<string, string>>, rules: SignalRules): boolean =>
  states[rules.item.state]?.includes(rules.drawnLink.withText) ?? false;

/** The names of fields that reading an item looks at: those of signals' paths, of its places, and of what it must hold. */
export const itemFields = ({ item, itemSignals }: SignalRules): ReadonlySet<string> =>
  new Set([
    // Read by the reader itself.
    'id',
    ...itemSignals.flatMap(({ at }) =>
      // A path's steps into lists and texts are no field's name.
      at.flatMap((step) => (typeof step !== 'string' ? Object.keys(step) : /^\W/.test(step) ? [] : [step])),
    ),
    ...item.places.flat(),
    ...item.expected.flat(),
  ]);
