import { useState } from 'preact/hooks';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import type { LogEvent, LogRow } from '../../core/log/event';
import { useReader } from '../explanation/reader';
import { Sure } from '../Sure';
import { FlowPath } from './FlowPath';

export interface FlowRow {
  readonly row: LogRow;
  /** Null once erased, or where the row cannot be read. */
  readonly event: LogEvent | null;
}

/** What is kept back from exports: places of rows, ids of flows. */
export interface WithheldRows {
  readonly rows: readonly number[];
  readonly flows: readonly string[];
}

export type OnWithhold = (what: { row: number } | { flow: string }, isWithheld: boolean) => void;

interface FlowDetailProps {
  flow: FlowSummary;
  rows: readonly FlowRow[];
  withheld: WithheldRows;
  onWithhold: OnWithhold;
  onEraseRow: (n: number) => void;
  onEraseFlow: () => void;
  /** Keeps a note; says why it was refused, else null. */
  onNote: (note: string) => Promise<string | null>;
}

/** One flow: its path, its note, and every row of it, each of which can be erased. */
export function FlowDetail(props: FlowDetailProps) {
  const { flow, rows, withheld, onWithhold, onEraseRow, onEraseFlow, onNote } = props;
  const { words } = useReader();
  const isFlowWithheld = withheld.flows.includes(flow.flow_id);
  const [note, setNote] = useState(flow.note ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <div class="flow-detail">
      <FlowPath steps={flow.steps} />
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onNote(note).then(setRefused);
        }}
      >
        <label class="field">
          {words.say('log.note')}
          <input
            name="note"
            value={note}
            maxLength={500}
            onInput={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </label>
        <button type="submit">{words.say('log.save-note')}</button>
        {refused && (
          <p class="refused" role="alert">
            {words.say('log.note-refused', { why: refused })}
          </p>
        )}
      </form>
      <label class="tick withhold-flow">
        <input
          type="checkbox"
          checked={isFlowWithheld}
          onInput={({ currentTarget }) => onWithhold({ flow: flow.flow_id }, currentTarget.checked)}
        />
        {words.say('log.withhold-flow')}
      </label>
      <h3>{words.say('log.rows')}</h3>
      <p class="log-rows-head" aria-hidden="true">
        <span>{words.say('log.row-withhold')}</span>
        <span>{words.say('log.row-erase')}</span>
      </p>
      <ol class="log-rows">
        {rows.map(({ row, event }) => (
          <li key={row.n} class={isFlowWithheld || withheld.rows.includes(row.n) ? 'is-withheld' : undefined}>
            <span class="row-number">{row.n}</span>
            <span class="row-text">{event ? rowText(event) : <em>{words.say('log.erased')}</em>}</span>
            {event && (
              <input
                type="checkbox"
                class="withhold-row"
                aria-label={words.say('log.withhold-row', { n: row.n })}
                title={words.say('log.withhold-row', { n: row.n })}
                disabled={isFlowWithheld}
                checked={isFlowWithheld || withheld.rows.includes(row.n)}
                onInput={({ currentTarget }) => onWithhold({ row: row.n }, currentTarget.checked)}
              />
            )}
            {event && (
              <Sure
                label="×"
                title={words.say('log.erase-row', { n: row.n })}
                onYes={() => onEraseRow(row.n)}
              />
            )}
          </li>
        ))}
      </ol>
      <Sure label={words.say('log.erase-flow')} onYes={onEraseFlow} />
    </div>
  );
}

/** A row as the export holds it: field names and values, nothing dressed up. */
const rowText = (event: LogEvent): string =>
  [
    event.event,
    event.page_host,
    event.path_template,
    event.basket && `basket=${event.basket}`,
    event.processor && `processor=${event.processor}`,
    event.signal_id && `${event.signal_id}=${event.signal_value ?? ''}`,
    event.unread_what && `unread ${event.unread_what}: ${event.unread_why}`,
    event.drift_rule && `drift ${event.drift_rule}: ${event.drift_found}`,
    event.host && contactText(event),
    event.end_reason,
    event.note,
  ]
    .filter(Boolean)
    .join(' · ');

const contactText = (event: LogEvent): string =>
  [
    event.request_method,
    `${event.host} × ${event.request_count ?? 1} (${event.request_type ?? 'other'})`,
    event.request_outcome,
    event.contact_source,
  ]
    .filter(Boolean)
    .join(' ');
