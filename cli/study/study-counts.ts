import { personOf } from './choose';
import type { Chosen } from './chosen';
import type { Description } from './description';
import type { SideFiles } from './side-files';

/** How much of a study is left at a stage. */
export interface StageCount {
  readonly packages: number;
  readonly persons: number;
  /** Rows of events; null where they would tell how many a person had who withdrew. */
  readonly rows: number | null;
}

/** From what was received to what counts in main results. */
export interface StudyCounts {
  readonly received: StageCount;
  readonly not_withdrawn: StageCount;
  readonly whole: StageCount;
  readonly merged: StageCount;
  readonly analysed: StageCount;
}

/** The stages in their order, as they are called. */
export const stageNames: Readonly<Record<keyof StudyCounts, string>> = {
  received: 'received',
  not_withdrawn: 'not withdrawn',
  whole: 'whole',
  merged: 'merged',
  analysed: 'analysed',
};

export function countOf(all: readonly { readonly said: Description | null }[], sides: SideFiles): StageCount {
  const read = all.flatMap(({ said }) => said ?? []);
  const persons = new Set(read.map((said) => personOf({ said }, sides)));
  return {
    packages: all.length,
    persons: persons.size,
    rows: read.reduce((sum, { last_n }) => sum + last_n, 0),
  };
}

export const countOfChosen = (chosen: readonly Chosen[]): StageCount => ({
  packages: chosen.length,
  persons: new Set(chosen.map(({ person }) => person)).size,
  rows: chosen.reduce((sum, { said }) => sum + said.last_n, 0),
});

/** 1,234,567, or a dash for what is not told. */
export const grouped = (count: number | null): string => count?.toLocaleString('en') ?? '–';
