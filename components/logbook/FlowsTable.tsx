import type { Words } from '../../core/explanation/words';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import { useReader } from '../explanation/reader';
import { FlowDetail, type FlowRow, type OnWithhold, type WithheldRows } from './FlowDetail';

export interface FlowsTableProps {
  isRecording: boolean;
  flows: readonly FlowSummary[];
  /** How many flows there are; null while they are counted. */
  all: number | null;
  mayHaveMore: boolean;
  /** The flow that is opened, with its rows once they are read. */
  open: { readonly id: string; readonly rows: readonly FlowRow[] } | null;
  withheld: WithheldRows;
  /** Whether work on the whole record runs. */
  isBusy: boolean;
  onPackage: () => void;
  onWithhold: OnWithhold;
  onOpen: (flowId: string | null) => void;
  onMore: () => void;
  onEraseRow: (n: number) => void;
  onEraseFlow: (flowId: string) => void;
  onNote: (flowId: string, note: string) => Promise<string | null>;
}

/** Who handles an order from the flow's pages, each once, in the order of the pages. */
const handlersOf = ({ steps }: FlowSummary, words: Words): string =>
  [...new Set(steps.map(({ processor }) => processor))]
    .map((processor) => words.say(`log.processor.${processor}`))
    .join(', ');

/** The recorded flows, newest first; a press opens one. */
export function FlowsTable(props: FlowsTableProps) {
  const { flows, all, mayHaveMore, open, onOpen, onMore } = props;
  const { words } = useReader();
  if (all === null && flows.length === 0) return null;
  if (all === 0)
    return (
      <div class="empty">
        <p>{words.say('log.none')}</p>
        {props.isRecording && <p>{words.say('log.none-recording')}</p>}
      </div>
    );
  return (
    <>
      <div class="flows-bar">
        <p role="status">
          {all === null
            ? words.say('log.shown-counting', { shown: flows.length })
            : words.say('log.shown', { shown: flows.length, all })}
        </p>
        <button type="button" class="package-here" disabled={props.isBusy} onClick={props.onPackage}>
          {words.say('log.export.package')}
        </button>
      </div>
      {flows.length === 0 && <p class="empty">{words.say('log.none-fitting')}</p>}
      {/* For eyes: each row says all of it in words. */}
      {flows.length > 0 && (
        <div class="flow-head" aria-hidden="true">
          <span>{words.say('log.head.start')}</span>
          <span>{words.say('log.head.steps')}</span>
          <span class="flow-count">{words.say('log.head.rows')}</span>
          <span>{words.say('log.head.end')}</span>
        </div>
      )}
      <ul class="flows">
        {flows.map((flow) => (
          <li key={flow.flow_id}>
            <button
              type="button"
              class="flow-row"
              aria-expanded={open?.id === flow.flow_id}
              onClick={() => onOpen(open?.id === flow.flow_id ? null : flow.flow_id)}
            >
              <span class="flow-time">{words.moment(flow.started, 'medium')}</span>
              <span class="flow-steps">
                <span class="unseen">{words.say('log.row-steps', { count: flow.steps.length })}: </span>
                {flow.steps.map((step) => (
                  <span
                    key={step.seq}
                    class={`dot processor-${step.processor}`}
                    title={words.say(`log.processor.${step.processor}`)}
                    aria-hidden="true"
                  />
                ))}
                <span class="flow-handlers">
                  {handlersOf(flow, words)}
                  <span class="unseen">; </span>
                </span>
              </span>
              <span class="flow-count">
                <span aria-hidden="true">{flow.n_events}</span>
                <span class="unseen">{words.say('log.row-rows', { count: flow.n_events })}; </span>
              </span>
              <span class="flow-end">
                {words.say(`log.end.${flow.end_reason ?? 'open'}`)}
                {props.withheld.flows.includes(flow.flow_id) && (
                  <span class="flow-withheld">{words.say('log.withheld')}</span>
                )}
              </span>
            </button>
            {open?.id === flow.flow_id && (
              <FlowDetail
                flow={flow}
                rows={open.rows}
                withheld={props.withheld}
                onWithhold={props.onWithhold}
                onEraseRow={props.onEraseRow}
                onEraseFlow={() => props.onEraseFlow(flow.flow_id)}
                onNote={(note) => props.onNote(flow.flow_id, note)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayHaveMore && (
        <button type="button" class="more" onClick={onMore}>
          {words.say('log.more')}
        </button>
      )}
    </>
  );
}
