/** A step of a path: a field's name, `*` for each entry, `(json)` for JSON inside a text, or fields to equal. */
export type PathStep = string | Readonly<Record<string, string>>;

export interface PathSignalRule {
  readonly id: string;
  readonly at: readonly PathStep[];
}

interface TextSignalRule {
  readonly id: string;
  readonly state: string;
  readonly pattern: string;
}

interface MarkRule {
  readonly id: string;
  readonly element?: string | undefined;
  readonly title?: string | undefined;
}

/** The part of the rulebook that reading needs (rulebook/signals.json): all that ships into a page. */
export interface SignalRules {
  readonly limits: {
    readonly stateCharacters: number;
    /** How much of what follows an item's scope is parsed too. Pages as they are served hold 20 characters there, or 200. */
    readonly behindCharacters: number;
    readonly values: number;
    readonly valueCharacters: number;
    /** More nodes, or more characters of text, than anything has that stands in a page's place. */
    readonly sightNodes: number;
    readonly sightCharacters: number;
  };
  readonly marks: readonly MarkRule[];
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
    /** The first two names of a path are the state's own field and, in it, the scope of a page. */
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
