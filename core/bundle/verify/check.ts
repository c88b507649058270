import type { Range } from '../bytes';

/** `absent`: there is nothing to check, or it cannot be checked here; never a doubt by itself. */
export type Outcome = 'holds' | 'fails' | 'absent';

/** What is checked; each has a title in the texts. In the order in which they are told. */
export const checkIds = [
  'bundle',
  'files',
  'sums',
  'hash',
  'signature',
  'key',
  'fingerprint',
  'archive',
  'contents',
  'list',
  'records',
  'index',
  'copies',
  'facts',
  'stamp',
  'instructions',
  'request',
  'time',
  'notes',
] as const;
export type CheckId = (typeof checkIds)[number];

/** One thing that was checked, and what came of it. */
export interface Check extends Partial<Range> {
  readonly check: CheckId;
  readonly outcome: Outcome;
  /** Key of the sentence that says it: `why.<check>.<why>`. */
  readonly why: string;
  /** The file concerned; inside the archive `capture.wacz/…`, inside its WARC `…#<record>`. */
  readonly file?: string;
  // `from` and `to` are positions in the bundle, counted from 0, both included.
  /** What the sentence names besides: hashes, times, names. Taken from the bundle, so never to be trusted as markup. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Collects what the checks find. */
export class Findings {
  readonly all: Check[] = [];

  holds(check: CheckId, why = 'holds', more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'holds', why, ...more });
  }

  absent(check: CheckId, why: string, more: Partial<Check> = {}): void {
    this.all.push({ check, outcome: 'absent', why, ...more });
  }

  fails(check: CheckId, why: string, file?: string, range?: Range | null, values?: Check['values']): void {
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
