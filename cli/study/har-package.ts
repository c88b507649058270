import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import { type ExportRow, exportedFields } from '../../core/export/export-row';
import { FlowRows, flowFields } from '../../core/export/flow-rows';
import { codebook } from '../../core/log/codebook';
import type { LogEvent } from '../../core/log/event';
import { splitLines } from '../split-lines';
import type { Description } from './description';
import type { FoundInput } from './find-inputs';
import { Findings } from './finding';
import { type OpenedPackage, openPackage } from './package-file';
import { TableFile, tableResource } from './table-file';

/** A file of judge --har, made into tables as a package has them. */
export interface HarPackage {
  readonly name: string;
  readonly copies: readonly string[];
  readonly findings: Findings;
  /** Null where it cannot be used. */
  readonly opened: OpenedPackage | null;
  readonly said: Description | null;
}

/** What every line says; all else is as in events. */
const line = v.looseObject({
  schema_version: v.literal(codebook.schema_version),
  event: v.string(),
  event_id: v.string(),
  flow_id: v.string(),
  seq: v.number(),
  ts: v.number(),
  n: v.number(),
  study_id: v.string(),
  participant_id: v.string(),
  participant_code: v.nullable(v.string()),
  export_id: v.pipe(v.string(), v.regex(/^har-[0-9a-f]{12}$/)),
  ruleset_version: v.string(),
});
type HarLine = v.InferOutput<typeof line>;

function parsed(text: string | null): HarLine | null {
  try {
    const read = v.safeParse(line, JSON.parse(text ?? ''));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

const owner = ({ study_id, participant_id, participant_code, export_id }: HarLine) =>
  JSON.stringify([study_id, participant_id, participant_code, export_id]);

/**
 * Reads what judge --har wrote and makes tables of it. Nothing of it is signed: it is read, never checked.
 *
 * @param folder for the tables
 */
export async function readHarEvents(
  { path, name, copies }: FoundInput & { readonly copies: readonly string[] },
  folder: string,
): Promise<HarPackage> {
  const findings = new Findings();
  const refused = (says: string, row: number): HarPackage => {
    findings.add('har', says, { file: name, row });
    return { name, copies, findings, opened: null, said: null };
  };
  let first: HarLine | null = null;
  let events: TableFile | null = null;
  let flows: FlowRows | null = null;
  let count = 0;
  let last = 0;
  for await (const text of splitLines(createReadStream(path))) {
    count += 1;
    const read = parsed(text);
    if (read === null) return refused(`line ${count} is no event as judge --har writes it`, count);
    first ??= read;
    if (owner(read) !== owner(first))
      return refused(
        `line ${count} is of another study, participant or walk than the first: one file is one walk`,
        count,
      );
    const {
      study_id: study,
      participant_id: participant,
      participant_code: code,
      export_id: exportId,
    } = read;
    events ??= new TableFile(folder, 'events', exportId, exportedFields);
    flows ??= new FlowRows({ study, participant, code, exportId });
    events.add(exportedFields.map((field) => (read[field.name] ?? null) as ExportRow[number]));
    flows.take(read as unknown as LogEvent);
    last = Math.max(last, read.ts);
  }
  if (first === null || events === null || flows === null) return refused('it holds no event', 0);
  events.close();
  const flowTable = new TableFile(folder, 'flows', first.export_id, flowFields);
  for (const row of flows.rows()) flowTable.add(row);
  flowTable.close();
  const said: Description = {
    id: first.export_id,
    version: first.schema_version,
    created: new Date(last).toISOString(),
    study_id: first.study_id,
    participant_id: first.participant_id,
    participant_code: first.participant_code,
    export_id: first.export_id,
    last_n: count,
    revision: 0,
    software: 'judge --har',
    ruleset_version: first.ruleset_version,
    resources: [tableResource('events', events.rows), tableResource('flows', flowTable.rows)],
  };
  return { name, copies, findings, opened: openPackage(folder), said };
}
