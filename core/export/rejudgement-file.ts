import { eventOfRow } from '../log/chain';
import type { LogEvent, LogRow } from '../log/event';
import { judgeAgain } from '../log/rejudge';
import { rulesetVersion } from '../log/ruleset-version';
import type { Rulebook } from '../rulebook/rulebook';
import type { MadeFile } from './describe-package';
import type { PartSource } from './event-files';
import { type ExportRow, type ExportValue, fieldsOf, type Owner, ownerFields } from './export-row';
import { FileBeingMade, type Piece } from './package-files';
import { ParquetTable } from './parquet-table';

/**
 * The table of judgements made again: every reading that was kept and may be exported, judged by the rules in force, beside
 * the answer of then. Only so can anybody tell what new rules changed from what time changed.
 */
export async function rejudgementFile<T extends LogRow, P extends Piece>(
  { about, pages, isWithheld, newPiece }: PartSource<T, P>,
  rulebook: Rulebook,
): Promise<MadeFile<P>> {
  const path = `rejudgements/study=${about.study}/part-${about.participant}-${about.exportId}.parquet`;
  const file = new FileBeingMade(path, newPiece());
  const table = new ParquetTable(file.take, about.exportId, fieldsOf('rejudgements'));
  let rows = 0;
  for await (const page of pages)
    for (const row of page) {
      if (row.reading === undefined || row.erased !== null || isWithheld(row)) continue;
      const event = eventOfRow(row);
      if (event === undefined) continue;
      table.add(rejudgement(event, rulebook, about));
      rows += 1;
    }
  table.close();
  return { ...file.close(), name: 'rejudgements', rows, table: 'rejudgements' };
}

function rejudgement(event: LogEvent, rulebook: Rulebook, owner: Owner): ExportRow {
  const verdict = judgeAgain(event, rulebook);
  const said: Readonly<Record<string, ExportValue>> = {
    ...ownerFields(owner),
    flow_id: event.flow_id,
    page: event.page,
    judgement: event.seq,
    first_ruleset_version: event.ruleset_version,
    first_basket: event.basket,
    first_processor: event.processor,
    new_ruleset_version: rulesetVersion(rulebook.about.version),
    new_basket: verdict?.basket ?? null,
    new_processor: verdict?.processor ?? null,
  };
  return fieldsOf('rejudgements').map(({ name }) => said[name] ?? null);
}
