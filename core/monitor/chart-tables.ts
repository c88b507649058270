import type { ExportValue } from '../export/export-row';
import { type CsvDialect, csvLine, forPrograms } from '../export/to-csv';
import type { FigureMark } from './figure-marks';
import type { PeriodUnit } from './period';
import { contactSources, processors, type StepContacts } from './record-counts';
import type { PeriodShares } from './share-by-period';
import { wilsonInterval } from './wilson-interval';

const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1e6) / 1e6;

const csvOf = (
  names: readonly string[],
  rows: readonly Readonly<Record<string, ExportValue>>[],
  dialect: CsvDialect,
): string =>
  dialect.mark +
  [names, ...rows.map((row) => names.map((name) => row[name] ?? null))]
    .map((row) => csvLine(row, dialect))
    .join('');

/** How a table was made: the same in each of its lines, so that no line loses it. */
export interface Provenance {
  readonly study_id: string;
  readonly rulebook_version: string;
  readonly made: string;
}

const provenanceNames = ['study_id', 'rulebook_version', 'made'];

/**
 * The table behind the shares, as CSV: a line a period and processor (`observed`), then a line a figure that somebody
 * said (`said`). Shares and limits from 0 to 1, six decimals.
 */
export function sharesCsv(
  periods: readonly PeriodShares[],
  unit: PeriodUnit,
  figures: readonly FigureMark[],
  provenance: Provenance,
  dialect: CsvDialect = forPrograms,
): string {
  const names = [
    ...['series', 'from', 'until', 'unit', 'processor', 'count', 'n', 'not_read', 'share', 'wilson_low'],
    ...['wilson_high', 'few', 'figure_id', 'percent_said', 'precision', 'speaker', 'measures', 'sources'],
    ...provenanceNames,
  ];
  const observed = periods.flatMap(({ from, until, n, unread, isSmall, shares }) =>
    processors.map((processor) => {
      const { count, share, low, high } = shares[processor];
      return {
        ...{ series: 'observed', from, until, unit, processor, count, n, not_read: unread },
        share: rounded(share),
        wilson_low: rounded(low),
        wilson_high: rounded(high),
        few: isSmall,
        ...provenance,
      };
    }),
  );
  const said = figures.map(({ fact, date, percent, precision, speaker, measures, saying }) => ({
    ...{ series: 'said', from: date, until: date, figure_id: fact, percent_said: percent, precision },
    ...{ speaker, measures },
    sources: saying.sources.map(({ text, address }) => (address ? `${text} ${address}` : text)).join('; '),
    ...provenance,
  }));
  return csvOf(names, [...observed, ...said], dialect);
}

/** The table behind the hosts, as CSV: a line a step and host, all of them. */
export function hostsCsv(
  steps: readonly StepContacts[],
  provenance: Provenance,
  dialect: CsvDialect = forPrograms,
): string {
  const names = [
    ...['step', 'party', 'host', 'flows', 'flows_at_step', 'share', 'wilson_low', 'wilson_high'],
    ...contactSources.map((source) => `requests_${source.replace('-', '_')}`),
    ...provenanceNames,
  ];
  const rows = steps.flatMap(({ step, flows: all, hosts }) =>
    hosts.map(({ host, party, flows, requests }) => {
      const interval = wilsonInterval(flows, all);
      return {
        ...{ step, party, host, flows, flows_at_step: all },
        share: rounded(all === 0 ? null : flows / all),
        wilson_low: rounded(interval?.low ?? null),
        wilson_high: rounded(interval?.high ?? null),
        ...Object.fromEntries(
          contactSources.map((source) => [`requests_${source.replace('-', '_')}`, requests[source]]),
        ),
        ...provenance,
      };
    }),
  );
  return csvOf(names, rows, dialect);
}
