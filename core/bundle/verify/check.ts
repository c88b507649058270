import type { Range } from '../bytes';

/** `absent`: there is nothing to check, or it cannot be checked here; never a doubt by itself. */
export type Outcome = 'holds' | 'fails' | 'absent';

const container = [
  'not-a-zip',
  'too-many-files',
  'overlapping',
  'data',
  'header',
  'directory',
  'padding',
  'packed',
  'encrypted',
  'cut',
  'time',
] as const;
const files = ['twice', 'added', 'removed', 'moved'] as const;

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
  contents: [...files, 'changed', 'unlisted'],
  list: ['changed', 'hash', 'signature', 'unreadable', 'other-form', 'other-facts', 'no-crypto'],
  records: ['damaged', 'too-large', 'not-a-record', 'digest', 'count', 'other-facts'],
  index: ['other-facts'],
  copies: ['differs', 'segments'],
  facts: ['unreadable'],
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
  ],
  notes: ['none', 'half', 'unreadable', 'signature', 'other-capture', 'outside', 'no-crypto'],
} as const;
export type CheckId = keyof typeof whys;
export const checkIds = Object.keys(whys) as readonly CheckId[];
/** `no-archive`: there was nothing to look at. */
export type Why<Id extends CheckId = CheckId> = (typeof whys)[Id][number] | 'holds' | 'no-archive';

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

/** Collects what the checks find. */
export class Findings {
  readonly all: Check[] = [];

  holds<Id extends CheckId>(check: Id, why: Why<Id> = 'holds', more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'holds', why, ...more });
  }

  absent<Id extends CheckId>(check: Id, why: Why<Id>, more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'absent', why, ...more });
  }

  fails<Id extends CheckId>(
    check: Id,
    why: Why<Id>,
    file?: string,
    range?: Range | null,
    values?: Check['values'],
  ): void {
    const { from, to } = range ?? {};
    this.all.push({
      check,
      outcome: 'fails',
      why,
      ...(file === undefined ? {} : { file }),
      ...(from === undefined || to === undefined ? {} : { from, to }),
      ...(values === undefined ? {} : { values }),
    });
  }

  /** Says that it holds, unless something was found against it or it was left out. */
  close(...checks: readonly CheckId[]): void {
    for (const check of checks) if (!this.all.some((one) => one.check === check)) this.holds(check);
  }
}
