import { join } from 'node:path';
import { pageFromHtml } from '../core/page/from-html';
import { builtInRulebook } from '../core/rulebook/built-in';
import type { ScoredPage } from '../core/score/mutations';
import { scoreRules } from '../core/score/score';
import { judge } from '../core/verdict/judge';
import { demoPages } from '../demo/shop/demo-pages';
import { casesIn, pageOfCase } from './judged-cases';

// How the rules stand when pages change: every captured page is changed in every way, and judged again.
const root = join(import.meta.dirname, '..');

/** The captured pages of a folder of judged cases. */
const pagesIn = (folder: string): ScoredPage[] =>
  casesIn(folder).flatMap((item) => {
    const html = pageOfCase(item, folder);
    return html === null ? [] : [{ address: item.url, html }];
  });

const captured = [join(root, 'tests/corpus'), join(root, '../shared/corpus')].flatMap(pagesIn);
if (captured.length === 0)
  console.log('SKIPPED: no captured page is at hand; only the demo pages are scored');
const pages = [...demoPages, ...captured];
const { kinds, misses } = scoreRules(pages, builtInRulebook, ({ address, html }) =>
  judge(pageFromHtml(html, address, builtInRulebook.signals), builtInRulebook, '2026-11-23'),
);
const sum = (of: (kind: (typeof kinds)[number]) => number) =>
  kinds.reduce((total, kind) => total + of(kind), 0);
const line = (cells: readonly (string | number)[]) =>
  console.log(
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(28) : String(cell).padStart(10))).join(''),
  );

console.log(
  `rulebook ${builtInRulebook.about.version}: ${demoPages.length} demo pages and ${captured.length} captured ones, each changed in every way\n`,
);
line(['change', 'pages', 'as before', 'unknown', 'wrong']);
for (const { kind, all, same, unknown, wrong } of kinds) line([kind, all, same, unknown, wrong]);
const [all, wrong] = [sum((kind) => kind.all), sum((kind) => kind.wrong)];
line(['all', all, sum((kind) => kind.same), sum((kind) => kind.unknown), wrong]);
for (const { page, kind, what, before, after } of misses)
  console.log(`wrong: ${kind} (${what}) of ${page}: ${before} -> ${after}`);
console.log(
  `\nscore: ${(((all - wrong) / all) * 100).toFixed(2)} % of the changed pages are answered as before or, where the rules were hit, by "unknown"`,
);
if (wrong > 0) process.exitCode = 1;
