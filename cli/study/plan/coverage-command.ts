import { readOptions } from '../../read-words';
import type { Terminal } from '../../terminal';
import { simulateCoverage, worlds } from '../statistics/simulate-coverage';
import { mostSeed, wholeIn } from './number-in';

const coverageUsage = 'study coverage [--studies NUMBER] [--seed NUMBER]';

/** `study coverage`: how often the report's intervals hold the truth in simulated studies. @throws UsageError */
export async function coverageCommand({ words, out }: Pick<Terminal, 'words' | 'out'>): Promise<number> {
  const { studies, seed } = parse(words);
  await out(
    `How often a 95 % interval holds the truth, in ${studies} simulated studies each (seed ${seed}):\n\n` +
      'persons   ICC  share  by persons (the report)  by pages (Wilson as it is)\n',
  );
  for (const world of worlds) {
    const { persons, icc, share, byPersons, byPages } = simulateCoverage(world, studies, seed);
    const cells = [
      String(persons).padStart(7),
      String(icc).padStart(5),
      `${Math.round(share * 100)} %`.padStart(6),
      byPersons.toFixed(3).padStart(24),
      byPages.toFixed(3).padStart(27),
    ];
    await out(`${cells.join(' ')}\n`);
  }
  return 0;
}

function parse(words: readonly string[]): { studies: number; seed: number } {
  const number = { type: 'string' } as const;
  const values = readOptions(words, { studies: number, seed: number }, coverageUsage);
  return {
    studies: wholeIn('--studies', values.studies ?? '4000', 1, 1_000_000),
    seed: wholeIn('--seed', values.seed ?? '1', 0, mostSeed),
  };
}
