import { asRecord, type ExportRow } from './export-row';
import { csvLine } from './to-csv';

const names = [
  'id',
  'thread_id',
  'author',
  'body',
  'subject',
  'timestamp',
  'basket',
  'processor',
  'page_host',
];

/** The judged steps as 4CAT takes a CSV of one's own: a flow is a thread, a step is a post. */
export async function* to4catCsv(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  yield csvLine(names);
  for await (const values of rows) {
    const row = asRecord(values);
    if (row.erased !== null || (row.event !== 'step' && row.event !== 'verdict')) continue;
    const { event_id, flow_id, participant_id, step, kind, basket, processor, page_host, ts } = row;
    yield csvLine([
      event_id ?? null,
      flow_id ?? null,
      participant_id ?? null,
      `${step} on ${page_host}: basket ${basket}, order handled by ${processor}`,
      kind ?? null,
      new Date(Number(ts)).toISOString().slice(0, 19).replace('T', ' '),
      basket ?? null,
      processor ?? null,
      page_host ?? null,
    ]);
  }
}
