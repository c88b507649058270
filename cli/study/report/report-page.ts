import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inkTokens } from '../../../core/monitor/drawing';
import { shapesToSvg } from '../../../core/monitor/drawing-to-svg';
import { type FigureMark, figureMarks } from '../../../core/monitor/figure-marks';
import { inPercent } from '../../../core/monitor/names';
import type { Rulebook } from '../../../core/rulebook/rulebook';
import { fewestPersons } from '../statistics/clustered-share';
import { basketMark } from './basket-mark';
import type { Findings } from './findings';
import { html, Markup } from './markup';
import { type Section, sectionsOf, type ToldTable } from './sections';
import { type ChartTable, tablesOf } from './tables';
import { type ReportWords, reportWords } from './words';

export interface ReportOf {
  readonly study: string;
  readonly findings: Findings;
  readonly rulebook: Rulebook;
  readonly seed: number;
}

const both = [reportWords('id'), reportWords('en')] as const;

/** Something said in both languages; the reader's choice shows one. */
const inBoth = (tell: (words: ReportWords) => Markup): Markup =>
  html`${both.map((words) => html`<div lang="${words.language}">${tell(words)}</div>`)}`;

/** The report: one file that asks the network for nothing and runs no script. */
export function reportPage({ study, findings, rulebook, seed }: ReportOf): string {
  const figures = new Map(both.map((words) => [words.language, figureMarks(rulebook, words.core)]));
  const figuresIn = ({ language }: ReportWords): readonly FigureMark[] => figures.get(language) ?? [];
  const tables = tablesOf(findings);
  const sections = sectionsOf(findings, figuresIn);
  const titles = both.map((words) => words.say('title', { study })).join(' · ');
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titles}</title>
<link rel="icon" href="data:,">
<style>${new Markup(look())}</style>
</head>
<body>
<main class="page">
<header class="masthead">
${basketMark}
<p class="name">${both.map((words) => html`<span lang="${words.language}">${words.core.say('label.name')}</span>`)}</p>
<fieldset class="switch">
<legend class="unseen">${both.map((words) => words.say('choose')).join(' / ')}</legend>
${both.map(languageChoice)}
</fieldset>
</header>
${inBoth((words) => html`<h1>${words.say('title', { study })}</h1>`)}
${inBoth((words) => hero(findings, words))}
${inBoth((words) => html`<p class="notice">${words.say('not-a-sample')}</p>`)}
${sections.map((section) => sectionMarkup(section, tables, figuresIn))}
${inBoth((words) => plainSection(words.say('limits.title'), words.say('limits')))}
${inBoth((words) => plainSection(words.say('method.title'), words.say('method', { seed })))}
${inBoth((words) => html`<footer>${words.say('made', { rulebook: rulebook.about.version })}</footer>`)}
</main>
</body>
</html>
`.text;
}

const languageChoice = ({ language, say }: ReportWords, index: number): Markup =>
  html`<input type="radio" name="language" id="in-${language}"${new Markup(index === 0 ? ' checked' : '')}><label for="in-${language}" lang="">${say('language')}</label>`;

function hero({ overall, persons, weeks }: Findings, words: ReportWords): Markup {
  const { share, interval, bounds } = overall.shares.tokopedia;
  const said =
    share === null
      ? words.say('hero.none')
      : interval === null
        ? words.say('hero.too-few', { fewest: fewestPersons })
        : words.say('hero.interval', { low: inPercent(interval.low), high: inPercent(interval.high) });
  const counts = [
    [words.number(persons.length), words.say('hero.people', { persons: persons.length })],
    [words.number(overall.n), words.say('hero.baskets', { n: overall.n })],
    [words.number(weeks.length), words.say('hero.weeks', { weeks: weeks.length })],
  ] as const;
  return html`<section class="card hero">
<p class="number">${share === null ? '–' : words.percent(share)}</p>
<div class="told">${share === null ? null : html`<p class="means">${words.say('hero.share')}</p>`}
<p>${said}</p>
${
  bounds === null || overall.unread === 0
    ? null
    : html`<p class="note">${words.say('hero.bounds', { unread: overall.unread, low: inPercent(bounds.low), high: inPercent(bounds.high) })}</p>`
}</div>
<dl>${counts.map(([number, name]) => html`<div><dt>${name}</dt><dd>${number}</dd></div>`)}</dl>
</section>`;
}

function sectionMarkup(
  section: Section,
  tables: ReadonlyMap<string, ChartTable>,
  figuresIn: (words: ReportWords) => readonly FigureMark[],
): Markup {
  const shown = section.tables.flatMap((name) => {
    const table = tables.get(name);
    return table === undefined || table.rows.length > mostRowsShown ? [] : [table];
  });
  return html`<section class="card finding" id="${section.id}">
${inBoth(
  (words) => html`<h2>${section.title(words)}</h2>
${section.text(words).map((text) => html`<p class="how">${text}</p>`)}
${chart(section, words)}
${section.id === 'shares-by-week' ? figureList(figuresIn(words), words) : null}
${section.told === undefined ? null : html`<div class="tables">${section.told(words).map((table) => toldTable(table, words))}</div>`}
<p class="from">${section.tables.map((name) => fileLink(words.say('data'), `tables/${name}.csv`))}${section.queries.map((name) => fileLink(words.say('query'), `sql/${name}.sql`))}</p>
${section.draw === undefined || shown.length === 0 ? null : html`<details><summary>${words.say('table')}</summary>${shown.map((table) => rawTable(table, section.title(words)))}</details>`}`,
)}
</section>
`;
}

/** A table of more rows is told by its file only. */
const mostRowsShown = 80;

const fileLink = (name: string, path: string): Markup =>
  html`<span>${name}: <a href="${path}"><code>${path}</code></a></span>`;

function chart({ id, draw, title, text }: Section, words: ReportWords): Markup | null {
  if (draw === undefined) return null;
  const { width, height, shapes } = draw(words);
  const name = `${id}-${words.language}`;
  return html`<div class="chart" tabindex="0" role="group" aria-labelledby="${name}-title"><svg role="img" viewBox="0 0 ${width} ${Math.ceil(height)}" aria-labelledby="${name}-title" aria-describedby="${name}-desc"><title id="${name}-title">${title(words)}</title><desc id="${name}-desc">${text(words).join(' ')}</desc>${new Markup(shapesToSvg(shapes, inkTokens))}</svg></div>`;
}

const figureList = (figures: readonly FigureMark[], words: ReportWords): Markup =>
  html`<p class="how">${
    words.core.tell(
      'figure.not-these',
      figures.map(({ fact }) => fact),
    ).text
  }</p><ol class="figures">${figures.map(
    ({ number, date, title, speaker, measures, saying, fact }) =>
      html`<li data-facts="${fact}">${words.core.say('monitor.figure-line', {
        ...{ number, date: words.core.date(date), percent: title, speaker, measures },
        sources: saying.sources.map((source) => source.text).join('; '),
      })}</li>`,
  )}</ol>`;

const cellOf = (value: string | number, words: ReportWords): Markup =>
  typeof value === 'number' ? html`<td class="amount">${words.number(value)}</td>` : html`<td>${value}</td>`;

const toldTable = ({ caption, columns, rows }: ToldTable, words: ReportWords): Markup =>
  html`<table>${caption === null ? null : html`<caption>${caption}</caption>`}<thead><tr>${columns.map(
    (column, place) =>
      html`<th scope="col"${new Markup(typeof rows[0]?.[place] === 'number' ? ' class="amount"' : '')}>${column}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((value) => cellOf(value, words))}</tr>`)}</tbody></table>`;

/** The table as its file has it, for those who do not see the chart. */
const rawTable = ({ columns, rows }: ChartTable, title: string): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table><thead><tr>${columns.map(
    (column) => html`<th scope="col" translate="no">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((value) => html`<td>${value}</td>`)}</tr>`,
  )}</tbody></table></div>`;

const plainSection = (title: string, text: string): Markup =>
  html`<section class="plain"><h2>${title}</h2><ul>${text.split('\n').map((line) => html`<li>${line}</li>`)}</ul></section>`;

/** The look of the extension's own pages, its fonts in the file itself. */
function look(): string {
  const folder = join(import.meta.dirname, '../../../components/look');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const fonts = read('fonts.css').replace(
    /url\("\.\/(fonts\/[\w.]+)"\)/g,
    (_all, name: string) =>
      `url("data:font/woff2;base64,${readFileSync(join(folder, name)).toString('base64')}")`,
  );
  const own = readFileSync(join(import.meta.dirname, 'report.css'), 'utf8');
  return [fonts, read('tokens.css'), read('base.css'), read('page.css'), own]
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '');
}
