import signs from '../../components/look/fonts/signs.woff2?inline';
import text from '../../components/look/fonts/text.woff2?inline';
import type { ChartName, FileKind } from '../../components/monitor/ChartFile';
import type { Words } from '../../core/explanation/words';
import { type CsvDialect, forPeople, forPrograms } from '../../core/export/to-csv';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { hostsCsv, sharesCsv } from '../../core/monitor/chart-tables';
import { composePicture } from '../../core/monitor/compose-picture';
import { drawHosts } from '../../core/monitor/draw-hosts';
import { drawShares } from '../../core/monitor/draw-shares';
import { drawingToSvg } from '../../core/monitor/drawing-to-svg';
import type { FigureMark } from '../../core/monitor/figure-marks';
import type { PeriodUnit } from '../../core/monitor/period';
import type { RecordCounts } from '../../core/monitor/record-counts';
import type { PeriodShares } from '../../core/monitor/share-by-period';
import { aroundHosts, aroundShares } from '../../core/monitor/surround';
import { drawPng } from '../../services/browser/draw-png';
import { FileInTheMaking } from '../../services/browser/save-file';

/** What the monitor shows at the moment. */
export interface Shown {
  readonly counts: RecordCounts;
  readonly periods: readonly PeriodShares[];
  readonly overall: PeriodShares | null;
  readonly unit: PeriodUnit;
  readonly figures: readonly FigureMark[];
  /** The version of the rulebook whose figures are drawn. */
  readonly rulebook: string;
}

/** A file that is opened elsewhere finds our fonts in itself. */
const fonts = { 'Plus Jakarta Sans': text, 'DejaVu Signs': signs };
/** Width of the chart in a saved picture, in px. */
const pictureWidth = 960;
const types: Record<FileKind, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  sheet: 'text/csv',
};

/** Saves a chart or the table behind it; says under which name. */
export async function saveChart(
  chart: ChartName,
  kind: FileKind,
  shown: Shown,
  made: { readonly iso: string; readonly inWords: string },
  words: Words,
): Promise<string> {
  const { studies } = shown.counts;
  const study = studies.join('+');
  const file = new FileInTheMaking();
  const dialect = kind === 'sheet' ? forPeople(words.language) : forPrograms;
  if (kind === 'csv' || kind === 'sheet')
    file.take(tableOf(chart, shown, { study, made: made.iso }, dialect));
  else {
    const { drawing, title, description } = pictureOf(chart, shown, made.inWords, words);
    if (kind === 'svg')
      file.take(drawingToSvg(drawing, { title, description, language: words.language }, fonts));
    else file.take(new Uint8Array(await (await drawPng(drawing)).arrayBuffer()));
  }
  const stamp = `${made.iso.slice(0, 16).replace(/[-:]/g, '')}Z`;
  const name = `di-balik-keranjang_${study}_${stamp}_${chart}${kind === 'sheet' ? '_spreadsheet.csv' : `.${kind}`}`;
  file.save(name, types[kind]);
  return name;
}

function tableOf(
  chart: ChartName,
  shown: Shown,
  { study, made }: { readonly study: string; readonly made: string },
  dialect: CsvDialect,
): string {
  const provenance = { study_id: study, rulebook_version: rulesetVersion(shown.rulebook), made };
  return chart === 'shares'
    ? sharesCsv(shown.periods, shown.unit, shown.figures, provenance, dialect)
    : hostsCsv(shown.counts.steps, provenance, dialect);
}

function pictureOf(chart: ChartName, shown: Shown, made: string, words: Words) {
  const origin = { counts: shown.counts, rulebook: shown.rulebook, made };
  const [drawn, around] =
    chart === 'shares'
      ? [drawShares(shown, words, pictureWidth), aroundShares(shown.overall, shown.figures, origin, words)]
      : [drawHosts(shown.counts.steps, words, pictureWidth), aroundHosts(origin, words)];
  const { title, above, below } = around;
  return {
    drawing: composePicture(drawn, around),
    title,
    description: [...above, below.at(-1) ?? ''].join(' '),
  };
}
