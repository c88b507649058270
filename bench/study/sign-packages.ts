import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { newKey, packageOf } from '../../demo/study/write-package';
import { aboutRecord, madeRecord } from './template';

/** 92 days of 30 walks are some 50,000 rows. */
const size = { days: 92, walksADay: 30 };

/**
 * Makes whole packages, signed and chained as the extension does it, to be checked wholly.
 *
 * @returns rows of all of them
 */
export async function signPackages(folder: string, count: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let rows = 0;
  for (let index = 0; index < count; index += 1) {
    const participant = String(index).padStart(32, '0');
    const record = madeRecord(participant, { ...size, seed: 20_260_831 + index * 7919 });
    const about = aboutRecord(participant, record, `signed-${index}`);
    const zip = await packageOf(record, about, { rulebook: builtInRulebook, key: await newKey() });
    writeFileSync(join(folder, `uji_${about.study}_${about.exportId}.zip`), zip);
    rows += record.rows.length;
  }
  return rows;
}
