import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportedFields } from '../../core/export/export-row';
import { FlowRows, flowFields } from '../../core/export/flow-rows';
import { outsideBody } from '../../core/log/codebook';
import type { LogEvent } from '../../core/log/event';
import { groupedBy, laterFirst, ownerKey, type ReadPackage } from './check-between';
import { tableOf } from './description';
import { type Duck, quoted } from './duck';
import { packageRows } from './merge-sql';
import { openPackage, unpackInto } from './package-file';
import { TableFile, tableResource } from './table-file';

/** Unpacks a table of a package. */
function pathsOf({ opened, said }: ReadPackage, table: string, folder: string): string[] {
  return said.resources.flatMap((resource) => {
    const file = opened?.files.get(resource.path);
    return tableOf(resource) === table && file ? [unpackInto(folder, file)] : [];
  });
}

/**
 * What a participant erased in any package is erased in the one that counts: where a later one holds it again, as after a
 * browser was put back to an earlier state, it is erased there, and the package is flagged.
 *
 * @param scratch folder for what is unpacked, and for the packages that are made anew
 * @returns the packages, some of them made anew
 */
export async function eraseAgain(
  duck: Duck,
  packages: readonly ReadPackage[],
  scratch: string,
): Promise<ReadPackage[]> {
  const instead = new Map<ReadPackage, ReadPackage>();
  for (const group of groupedBy(
    packages.filter(({ findings }) => !findings.fails),
    ownerKey,
  )) {
    const [latest, ...others] = group.toSorted(laterFirst) as [ReadPackage, ...ReadPackage[]];
    const folder = join(scratch, `erased-${latest.said.export_id}`);
    const rowsOf = (one: ReadPackage, place: string) => pathsOf(one, 'events', join(folder, place));
    const before = others.flatMap((one, index) => rowsOf(one, String(index)));
    const last = before.length === 0 ? [] : rowsOf(latest, 'last');
    if (last.length === 0) continue;
    const undone =
      await duck.rows(`SELECT DISTINCT n, erased FROM ${packageRows(before)} WHERE erased IN ('participant', 'retention')
      AND n IN (SELECT n FROM ${packageRows(last)} WHERE erased IS NULL) ORDER BY n`);
    if (undone.length === 0) continue;
    const rows = undone.map(({ n }) => Number(n));
    latest.findings.add(
      'erasure-undone',
      `${rows.length} rows that were erased in another package stand in this one: they are left out`,
      {
        file: 'events/',
        row: rows[0] ?? null,
      },
    );
    instead.set(
      latest,
      await withoutRows(duck, latest, { rows, events: last, folder: join(folder, 'anew'), unpacked: folder }),
    );
  }
  return packages.map((one) => instead.get(one) ?? one);
}

interface Erasing {
  readonly rows: readonly number[];
  readonly events: readonly string[];
  /** For the tables that are made anew. */
  readonly folder: string;
  readonly unpacked: string;
}

/** The package with some rows erased: its events, and what is worked out from them. */
async function withoutRows(
  duck: Duck,
  latest: ReadPackage,
  { rows, events, folder, unpacked }: Erasing,
): Promise<ReadPackage> {
  const { said } = latest;
  const owner = {
    study: said.study_id,
    participant: said.participant_id,
    code: said.participant_code,
    exportId: said.export_id,
  };
  const keep = [...outsideBody, 'study_id', 'participant_id'];
  const isGone = `n IN (${rows.join(', ')})`;
  const columns = exportedFields.map(({ name, type }) => {
    if (name === 'erased') return `CASE WHEN ${isGone} THEN 'participant' ELSE erased END AS erased`;
    const value = type === 'timestamp' ? `epoch_ms(${name})` : name;
    return keep.includes(name) ? name : `CASE WHEN NOT ${isGone} THEN ${value} END AS ${name}`;
  });
  const table = new TableFile(folder, 'events', said.export_id, exportedFields);
  const flows = new FlowRows(owner);
  for (const row of await duck.rows(`SELECT ${columns.join(', ')} FROM ${packageRows(events)}`)) {
    const plain = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    );
    table.add(exportedFields.map(({ name }) => (plain[name] ?? null) as string | number | boolean | null));
    if (plain.event !== null) flows.take(plain as unknown as LogEvent);
  }
  table.close();
  const flowTable = new TableFile(folder, 'flows', said.export_id, flowFields);
  for (const row of flows.rows()) flowTable.add(row);
  flowTable.close();
  const made = [tableResource('events', table.rows), tableResource('flows', flowTable.rows)];
  for (const name of ['rejudgements', 'exposure', 'exposure_pages'] as const) {
    const paths = pathsOf(latest, name, join(unpacked, 'last'));
    if (paths.length === 0) continue;
    const left =
      name === 'rejudgements'
        ? `WHERE (flow_id, judgement) IN (SELECT (flow_id, seq) FROM ${packageRows([join(folder, 'events', 'part.parquet')])})`
        : '';
    mkdirSync(join(folder, name));
    await duck.run(
      `COPY (SELECT * FROM ${packageRows(paths)} ${left}) TO ${quoted(join(folder, name, 'part.parquet'))} (FORMAT parquet)`,
    );
    made.push(tableResource(name));
  }
  return { ...latest, opened: openPackage(folder), said: { ...said, resources: made } };
}
