import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebook } from '../../core/log/codebook';
import type { LogRow } from '../../core/log/event';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { numbersFrom } from '../fill/seen-on-walk';
import { type Recorded, recordPerson } from './record-person';
import { simulatePerson } from './simulate-person';
import { newKey, packageOf } from './write-package';

// The packages of a study of simulated people, made from walks through the demo shop by the product's own code:
// `tsx demo/study/make-packages.ts FOLDER [PEOPLE]`.

const [folder, people = '30'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: make-packages FOLDER [PEOPLE]');
const study = 'simulasi';
const browsers = ['Chromium 156', 'Chromium 157', 'Firefox 152'];
const hex = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let index = 1; index <= Number(people); index += 1) {
  const code = `P${String(index).padStart(2, '0')}`;
  const recorded = record(code, index);
  const key = await newKey();
  const write = async (held: Recorded, revision: number, withheld: ReadonlySet<number> = new Set()) => {
    const exportId = hex(`${code} ${held.rows.length} ${revision}`, 12);
    const about = {
      ...{ study, participant: hex(code, 32), code, exportId, revision, lastN: held.rows.length },
      ...{ created: timeOfLast(held), extVersion: '0.1.0' },
      rulesetVersion: rulesetVersion(builtInRulebook.about.version),
    };
    const bytes = await packageOf(held, about, { rulebook: builtInRulebook, key, withheld });
    writeFileSync(join(folder, `uji_${study}_${about.participant.slice(0, 8)}_${exportId}.zip`), bytes);
  };
  // One in ten exported before: the later export counts.
  if (index % 10 === 0) await write(untilHalf(recorded), 0);
  const flows = [...new Set(recorded.rows.map(flowOf))];
  const isOf = (some: readonly string[]) => (row: LogRow) => some.includes(flowOf(row));
  if (index % 7 === 3)
    await write(recorded, 1, new Set(recorded.rows.filter(isOf(flows.slice(2, 6))).map(({ n }) => n)));
  else if (index % 9 === 4) await write(withoutFlows(recorded, isOf(flows.slice(1, 2))), 1);
  else await write(recorded, 0);
}

function record(code: string, index: number): Recorded {
  const chance = numbersFrom(20_260_907 + index * 7919);
  // The first numbers of seeds that are near each other are alike.
  for (let skipped = 0; skipped < 20; skipped += 1) chance();
  let ids = 0;
  const newId = () => {
    ids += 1;
    const of = hex(`${code} id ${ids}`, 32);
    return `${of.slice(0, 8)}-${of.slice(8, 12)}-4${of.slice(13, 16)}-8${of.slice(17, 20)}-${of.slice(20)}`;
  };
  let salts = 0;
  const newSalt = () => {
    salts += 1;
    return hex(`${code} salt ${salts}`, 32);
  };
  const frame = {
    schema_version: codebook.schema_version,
    study_id: study,
    participant_id: hex(code, 32),
    ext_version: '0.1.0',
    browser: browsers[index % browsers.length] as string,
  };
  return recordPerson(simulatePerson(chance), frame, { newId, newSalt });
}

function timeOfLast({ rows }: Recorded): string {
  const { ts } = JSON.parse(rows.at(-1)?.body ?? '{"ts":0}');
  return new Date(ts).toISOString();
}

function flowOf({ body }: LogRow): string {
  return JSON.parse(body ?? '{}').flow_id ?? '';
}

/** The record once its person has erased some flows: of their rows only the place in the chain is left. */
function withoutFlows({ rows, met }: Recorded, isErased: (row: LogRow) => boolean): Recorded {
  return {
    rows: rows.map(({ reading, ...row }) =>
      isErased(row)
        ? { ...row, body: null, salt: null, erased: 'participant' }
        : { ...row, ...(reading !== undefined && { reading }) },
    ),
    met,
  };
}

/** The record as it was when half of its rows were written. */
function untilHalf({ rows, met }: Recorded): Recorded {
  const half = rows.slice(0, Math.floor(rows.length / 2));
  const until = timeOfLast({ rows: half, met }).slice(0, 10);
  return { rows: half, met: met.filter(({ date }) => date < until) };
}
