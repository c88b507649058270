import type { Range } from '../bytes';

/**
 * `absent`: there is nothing to check, or it cannot be checked here; never a doubt by itself. `noted`: it is not as it was
 * written, and nothing that was signed is concerned. `doubts`: it is as it was signed, and what was signed does not fit with
 * what else is known.
 */
export type Outcome = 'holds' | 'fails' | 'absent' | 'noted' | 'doubts';

/** One sign for each, on a screen and in a terminal. */
export const outcomeSigns: Record<Outcome, string> = {
  holds: '✓',
  fails: '✗',
  absent: '–',
  noted: '•',
  doubts: '✗',
};

const container = [
  'not-a-zip',
  'other-container',
  'too-many-files',
  'overlapping',
  'no-bundle',
  'loose',
  'repacked',
  'data',
  'hidden',
  'header',
  'directory',
  'padding',
  'packed',
  'encrypted',
  'other-packing',
  'too-large',
  'cut',
  'time',
] as const;
const files = ['twice', 'added', 'removed', 'moved', 'left-over'] as const;

/** What is checked, in the order in which it is told, each with the reasons that it may give besides `holds`. */
export const whys = {
  bundle: container,
  files,
  sums: ['changed', 'list', 'removed'],
  hash: ['changed', 'other-archive', 'no-ground'],
  signature: ['fails', 'unreadable', 'no-key', 'no-crypto'],
  key: ['changed', 'other-archive', 'no-ground'],
  fingerprint: ['expected', 'not-expected', 'other-key', 'no-key'],
  archive: container,
  contents: [...files, 'changed', 'unlisted', 'no-ground'],
  list: ['changed', 'hash', 'signature', 'unreadable', 'other-form', 'other-facts', 'no-crypto'],
  records: ['damaged', 'too-large', 'not-a-record', 'digest', 'count', 'other-facts'],
  index: ['other-facts'],
  copies: ['differs', 'segments'],
  facts: ['unreadable', 'contradiction'],
  stamp: ['no-png', 'size', 'no-stamp', 'other'],
  instructions: ['changed', 'other-archive', 'no-ground'],
  request: ['changed', 'other-archive', 'no-ground'],
  time: [
    'none',
    'unchecked',
    'signature',
    'not-an-answer',
    'not-granted',
    'other-file',
    'other-nonce',
    'other-algorithm',
    'not-for-time',
    'not-valid-then',
    'not-a-proof',
    'pending',
    'anchored',
  ],
  clock: ['future', 'ahead', 'seen-in-future', 'seen-long-before', 'no-clock', 'no-ground'],
  withdrawal: [
    'none',
    'before',
    'withdrawn',
    'withdrawn-before',
    'not-yet',
    'notes',
    'unchecked',
    'other-key',
    'not-a-statement',
    'changed',
    'signature',
    'no-crypto',
  ],
  words: [
    'other-rulebook',
    'other-program',
    'other-edition',
    'other-words',
    'left-out',
    'no-verdict',
    'no-rulebook',
    'no-ground',
  ],
  notes: ['none', 'half', 'unreadable', 'signature', 'other-capture', 'outside', 'no-crypto'],
} as const;
export type CheckId = keyof typeof whys;
export const checkIds = Object.keys(whys) as readonly CheckId[];
/** `no-archive`: there was nothing to look at; `archive-alone`: the file that it is about was not given. */
export type Why<Id extends CheckId = CheckId> =
  | (typeof whys)[Id][number]
  | 'holds'
  | 'no-archive'
  | 'archive-alone';

/** One thing that was checked, and what came of it. */
export interface Check extends Partial<Range> {
  readonly check: CheckId;
  readonly outcome: Outcome;
  /** What was found; `sayCheck` has the sentence. */
  readonly why: Why;
  /** The file concerned; inside the archive `capture.wacz/…`, inside its WARC `…#<record>`. */
  readonly file?: string;
  // `from` and `to` are positions in the bundle, counted from 0, both included.
  /** What the sentence names besides: hashes, times, names. Taken from the bundle, so never to be trusted as markup. */
  readonly values?: Readonly<Record<string, string>>;
}

type Details = [file?: string, range?: Range | null, values?: Check['values']];

/** Collects what the checks find. */
export class Findings {
  readonly all: Check[] = [];

  holds<Id extends CheckId>(check: Id, why: Why<Id> = 'holds', more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'holds', why, ...more });
  }

  absent<Id extends CheckId>(check: Id, why: Why<Id>, more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'absent', why, ...more });
  }

  fails<Id extends CheckId>(check: Id, why: Why<Id>, ...more: Details): void {
    this.tell('fails', check, why, ...more);
  }

  doubts<Id extends CheckId>(check: Id, why: Why<Id>, values: Check['values']): void {
    this.tell('doubts', check, why, undefined, null, values);
  }

  notes<Id extends CheckId>(check: Id, why: Why<Id>, ...more: Details): void {
    this.tell('noted', check, why, ...more);
  }

  private tell(outcome: Outcome, check: CheckId, why: Why, ...[file, range, values]: Details): void {
    const { from, to } = range ?? {};
    this.all.push({
      check,
      outcome,
      why,
      ...(file === undefined ? {} : { file }),
      ...(from === undefined || to === undefined ? {} : { from, to }),
      ...(values === undefined ? {} : { values }),
    });
  }

  /** Takes back what was found by something that turned out not to be worth relying on. */
  withdraw(check: CheckId, ...whys: readonly Why[]): void {
    const kept = this.all.filter((one) => one.check !== check || !whys.includes(one.why));
    this.all.splice(0, this.all.length, ...kept);
  }

  /** Says that it holds, unless something was found against it or it was left out. */
  close(...checks: readonly CheckId[]): void {
    for (const check of checks) if (!this.all.some((one) => one.check === check)) this.holds(check);
  }
}
