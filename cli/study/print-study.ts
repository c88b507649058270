import type { CheckedPackage } from './check-package';
import { compareText } from './compare-text';
import type { DataPart } from './merge';
import { grouped, type StudyCounts, stageNames } from './study-counts';
import { outcomeOf, toldCopies } from './tell-checks';

interface Told {
  readonly study: string;
  readonly out: string;
  readonly counts: StudyCounts;
  readonly checked: readonly CheckedPackage[];
  readonly parts: readonly DataPart[];
  /** Packages that were left out for it. */
  readonly withdrawn: number;
}

const aboutWithdrawn = [
  '  Packages were withdrawn: delete them, and every earlier copy of this study. Beside an earlier one this one tells',
  '  what is gone; where an earlier public/ is published already, do not publish this one.',
];

/** What became of a study, for a terminal. */
export function printStudy({ study, out, counts, checked, parts, withdrawn }: Told): string {
  const columns = (texts: readonly string[]) =>
    `  ${(texts[0] ?? '').padEnd(16)}${texts
      .slice(1)
      .map((text) => text.padStart(14))
      .join('')}`;
  const stages = Object.entries(stageNames).map(([stage, name]) => {
    const { packages, persons, rows } = counts[stage as keyof StudyCounts];
    return columns([name, grouped(packages), grouped(persons), grouped(rows)]);
  });
  const tables = [...new Set(parts.map(({ table }) => table))].map((table) => {
    const own = parts.filter((part) => part.table === table);
    return columns([
      table,
      grouped(own.reduce((sum, { rows }) => sum + rows, 0)),
      `${own.length} ${own.length === 1 ? 'file' : 'files'}`,
    ]);
  });
  const about = (outcome: 'left-out' | 'flagged', says: string) =>
    checked
      .filter((one) => outcomeOf(one) === outcome)
      .map(
        (one) =>
          `  ${says} ${one.name}: ${[...new Set(one.findings.all().map(({ check }) => check))].join(', ')}`,
      );
  const copies = checked.filter((one) => one.copies.length > 0).map((one) => `  = ${toldCopies(one)}`);
  const told = [...copies, ...about('left-out', '✗ left out'), ...about('flagged', '! flagged')];
  return `${[
    `The study “${study}” is in ${out}.`,
    '',
    columns(['', 'packages', 'persons', 'rows']),
    ...stages,
    '',
    columns(['data/', 'rows', 'in']),
    ...tables,
    '',
    '  report.html tells it in words and charts; public/ may be published.',
    ...(withdrawn > 0 ? ['', ...aboutWithdrawn] : []),
    ...(told.length > 0 ? ['', ...told.toSorted(compareText), '  checks.json says why.'] : []),
  ].join('\n')}\n`;
}
