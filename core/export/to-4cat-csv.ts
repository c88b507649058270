import { PagesOfFlow, type SaidOfPage } from '../log/fold-page';
import { asRecord, type ExportRow } from './export-row';
import { csvLine } from './to-csv';

const names = [
  'id',
  'thread_id',
  'author',
  'body',
  'subject',
  'timestamp',
  'page',
  'step',
  'basket',
  'processor',
  'page_host',
  'ruleset_version',
];

interface OpenFlow {
  readonly author: string;
  readonly pages: PagesOfFlow;
}

/**
 * The judged pages as 4CAT takes a CSV of one's own: a flow is a thread, a page is one post, by its last judgement. The
 * posts of a flow come when it is over.
 */
export async function* to4catCsv(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  yield csvLine(names);
  const open = new Map<string, OpenFlow>();
  for await (const values of rows) {
    const row = asRecord(values);
    if (row.erased !== null || row.event === null) continue;
    const flowId = String(row.flow_id);
    const flow = open.get(flowId) ?? { author: String(row.participant_id), pages: new PagesOfFlow() };
    flow.pages.take(row as unknown as SaidOfPage);
    open.set(flowId, flow);
    if (row.event !== 'flow_end') continue;
    yield* posts(flowId, flow);
    open.delete(flowId);
  }
  for (const [flowId, flow] of open) yield* posts(flowId, flow);
}

function* posts(flowId: string, { author, pages }: OpenFlow): Generator<string> {
  for (const {
    page,
    ts,
    step,
    kind,
    basket,
    processor,
    page_host,
    event_id,
    ruleset_version,
  } of pages.judged())
    yield csvLine([
      event_id,
      flowId,
      author,
      `${step ?? kind} on ${page_host}: basket ${basket}, order handled by ${processor} (by the rulebook)`,
      kind,
      new Date(ts).toISOString().slice(0, 19).replace('T', ' '),
      page,
      step,
      basket,
      processor,
      page_host,
      ruleset_version,
    ]);
}
