import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { dayInWib } from '../../core/calendar/read-moment';
import { FlowRows } from '../../core/export/flow-rows';
import { chainStart } from '../../core/log/chain';
import type { LogEvent, LogRow } from '../../core/log/event';
import type { PageOfFlow } from '../../core/log/fold-page';
import { splitLines } from '../split-lines';
import type { Description } from './description';
import type { Findings } from './finding';

/** The study's days, as far as they were said: ISO days in WIB, both included. */
export interface StudyDays {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ReadChain {
  /** Place of the last row. */
  readonly rows: number;
  /** Chain values at the places that were asked for. */
  readonly at: ReadonlyMap<number, string>;
  /** The flows that the bodies give, in the order in which they began. */
  readonly flows: FlowRows;
  /** How many pages of flows there are by day, kind and basket, as exposure names them. */
  readonly pages: ReadonlyMap<string, number>;
  /** Versions of the schema and of the rulebook that bodies name. */
  readonly schemas: ReadonlySet<string>;
  readonly rulebooks: ReadonlySet<string>;
}

/** Far more than a row takes. */
const longestLine = 1 << 20;
const hex = /^[0-9a-f]{64}$/;
const erasures = new Set<unknown>([null, 'participant', 'withheld', 'retention']);
/** A clock that is put right falls by less, ms. */
const mostBack = 5 * 60_000;

/** A line of the chain's file. */
type ChainLine = Pick<LogRow, 'n' | 'salt' | 'body' | 'leaf' | 'chain' | 'erased'> & {
  readonly study_id: string;
  readonly participant_id: string;
  readonly export_id: string;
};

/** Reads a text that must be JSON in the one way in which we write it: nothing may be there twice. */
function readOnly<T>(text: string): T | null {
  try {
    const read = JSON.parse(text);
    return typeof read === 'object' && read !== null && JSON.stringify(read) === text ? read : null;
  } catch {
    return null;
  }
}

const isLine = ({ n, salt, body, leaf, chain, erased }: ChainLine): boolean =>
  Number.isSafeInteger(n) &&
  hex.test(leaf) &&
  hex.test(chain) &&
  erasures.has(erased) &&
  (erased === null ? typeof salt === 'string' && typeof body === 'string' : true);

/**
 * Reads the chain once from its file, a line at a time, and says what does not hold of its rows.
 *
 * @param wanted places whose chain values are to be kept
 */
export async function checkChain(
  file: string,
  {
    said,
    wanted,
    days,
    lastDay,
  }: { said: Description; wanted: ReadonlySet<number>; days: StudyDays; lastDay: string | null },
  findings: Findings,
): Promise<ReadChain> {
  const at = new Map<number, string>();
  const pages = new Map<string, number>();
  const owner = {
    study: said.study_id,
    participant: said.participant_id,
    code: said.participant_code,
    exportId: said.export_id,
  };
  const flows = new FlowRows(owner, (met) => countPages(pages, met));
  const [schemas, rulebooks] = [new Set<string>(), new Set<string>()];
  const where = 'chain.ndjson.gz';
  const clock = new ClockCheck(days, lastDay, findings);
  let rows = 0;
  let before = { n: 0, chain: chainStart };
  if (wanted.has(0)) at.set(0, chainStart);
  const input = createReadStream(file).pipe(createGunzip());
  try {
    for await (const line of splitLines(input, longestLine)) {
      const row = line === null ? null : readOnly<ChainLine>(line);
      if (row === null || !isLine(row)) {
        findings.add(
          'chain-line',
          `line ${rows + 1} of the chain is no row, or one that can be read in two ways`,
          { file: where, row: rows + 1 },
        );
        break;
      }
      rows += 1;
      // Nobody is kept busy by a chain without an end.
      if (rows > said.last_n + 1) break;
      const { n, salt, body, leaf, chain, erased } = row;
      const place = { file: where, row: n };
      if (
        row.study_id !== said.study_id ||
        row.participant_id !== said.participant_id ||
        row.export_id !== said.export_id
      )
        findings.add(
          'foreign-rows',
          `row ${n} of the chain is of study ${row.study_id}, participant ${row.participant_id}, export ${row.export_id}`,
          place,
        );
      if (n !== before.n + 1) findings.add('chain-gap', `row ${n} follows row ${before.n}`, place);
      else if (hash('sha256', before.chain + leaf) !== chain)
        findings.add(
          'chain-link',
          `the chain value of row ${n} is not the hash of the one before and its leaf`,
          place,
        );
      if (wanted.has(n)) at.set(n, chain);
      before = { n, chain };
      if (erased !== null) {
        if (salt !== null || body !== null)
          findings.add('chain-leaf', `row ${n} is erased and still holds its text`, place);
        continue;
      }
      if (hash('sha256', `${salt}${body}`) !== leaf)
        findings.add('chain-leaf', `the leaf of row ${n} is not the hash of its salt and body`, place);
      const event = readOnly<LogEvent>(body as string);
      if (event === null || typeof event.event !== 'string' || typeof event.ts !== 'number') {
        findings.add(
          'chain-line',
          `the body of row ${n} is no event, or one that can be read in two ways`,
          place,
        );
        continue;
      }
      flows.take(event);
      schemas.add(event.schema_version);
      rulebooks.add(event.ruleset_version);
      clock.take(n, event.ts);
    }
  } catch (cause) {
    findings.add(
      'chain-line',
      `the chain cannot be unpacked after row ${rows} (${(cause as Error).message})`,
      { file: where, row: rows },
    );
  } finally {
    input.destroy();
  }
  return { rows: before.n, at, flows, pages, schemas, rulebooks };
}

/** Time along the chain. */
class ClockCheck {
  private highest = 0;
  private day = { number: Number.NaN, name: '' };

  constructor(
    private readonly days: StudyDays,
    /** The day on which the package was received. */
    private readonly lastDay: string | null,
    private readonly findings: Findings,
  ) {}

  take(n: number, ts: number): void {
    const place = { file: 'chain.ndjson.gz', row: n };
    if (ts < this.highest - mostBack)
      this.findings.add(
        'clock-back',
        `row ${n} is ${Math.round((this.highest - ts) / 60_000)} minutes before one that came before it`,
        place,
      );
    // A clock that was put right is told once, not for every row since.
    this.highest = ts < this.highest - mostBack ? ts : Math.max(this.highest, ts);
    const day = this.dayOf(ts);
    if (this.lastDay !== null && day > this.lastDay)
      this.findings.add(
        'clock-ahead',
        `row ${n} is from ${day}, the package was received on ${this.lastDay}`,
        place,
      );
    if ((this.days.from !== null && day < this.days.from) || (this.days.to !== null && day > this.days.to))
      this.findings.add('outside-dates', `row ${n} is from ${day}`, place);
  }

  private dayOf(ts: number): string {
    const number = Math.floor((ts + 7 * 3_600_000) / 86_400_000);
    if (number !== this.day.number) this.day = { number, name: dayInWib(ts) };
    return this.day.name;
  }
}

/** Counts the pages of a flow as the tables of exposure do. */
function countPages(counts: Map<string, number>, pages: readonly PageOfFlow[]): void {
  for (const { ts, kind, basket } of pages) {
    if (kind === null || basket === null) continue;
    const key = `${dayInWib(ts)} ${kind} ${basket}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
