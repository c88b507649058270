import { dayInWib } from '../calendar/read-moment';
import { addedDays, type DayMet } from '../flow/count-exposure';
import { codebook } from '../log/codebook';
import type { PageOfFlow } from '../log/fold-page';
import { type ExportRow, type ExportValue, type Owner, ownerFields } from './export-row';

const minute = 60_000;

/** The tables of exposure: what recording counted outside flows, and the pages of the flows that are exported. */
export class ExposureRows {
  private readonly days = new Map<string, DayMet>();

  /** @param met outside flows, day by day */
  constructor(
    private readonly owner: Owner,
    met: readonly DayMet[],
  ) {
    for (const day of met) this.add(day);
  }

  /** Takes the pages of a flow that is exported. */
  readonly take = (pages: readonly PageOfFlow[]): void => {
    for (const { ts, kind, basket } of pages) {
      // A page that never came was not met.
      if (kind === null || basket === null) continue;
      this.add({ date: dayInWib(ts), ms: 0, pages: { [`${kind} ${basket}`]: 1 } });
    }
  };

  /** One row a day. */
  *dayRows(): Generator<ExportRow> {
    for (const { date, ms, pages } of this.sorted())
      yield this.row('exposure', {
        date,
        minutes_recorded: Math.round(ms / minute),
        pages: Object.values(pages).reduce((sum, count) => sum + count, 0),
      });
  }

  /** One row a day, kind of page and judgement of its basket. */
  *pageRows(): Generator<ExportRow> {
    for (const { date, pages } of this.sorted())
      for (const [met, count] of Object.entries(pages).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const [kind = '', basket = ''] = met.split(' ');
        yield this.row('exposure_pages', { date, kind, basket, pages: count });
      }
  }

  private add(day: DayMet): void {
    const known = this.days.get(day.date);
    this.days.set(day.date, known ? addedDays(known, day) : day);
  }

  /** What is exported, day by day. */
  sorted(): DayMet[] {
    return [...this.days.values()].toSorted((a, b) => a.date.localeCompare(b.date));
  }

  private row(table: 'exposure' | 'exposure_pages', said: Readonly<Record<string, ExportValue>>): ExportRow {
    const values: Readonly<Record<string, ExportValue>> = { ...ownerFields(this.owner), ...said };
    return codebook.tables[table].fields.map(({ name }) => values[name] ?? null);
  }
}
