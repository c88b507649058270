import type { ComponentChildren } from 'preact';
import { useReader } from '../explanation/reader';

export type ChartName = 'shares' | 'hosts';
export type FileKind = 'svg' | 'png' | 'csv' | 'sheet';
const kinds: readonly FileKind[] = ['svg', 'png', 'csv', 'sheet'];

interface ChartFileProps {
  chart: ChartName;
  onSave: (chart: ChartName, kind: FileKind) => void;
  /** The table behind the chart. */
  children: ComponentChildren;
}

/** Below a chart: it and its table as files, and the table itself, one press away. */
export function ChartFile({ chart, onSave, children }: ChartFileProps) {
  const { words } = useReader();
  const tableName = `${words.say('monitor.table')}: ${words.say(`monitor.${chart}`)}`;
  return (
    <>
      <div class="actions">
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            class={`save-${chart}-${kind}`}
            onClick={() => onSave(chart, kind)}
          >
            {words.say(`monitor.save-${kind}`)}
          </button>
        ))}
      </div>
      <details class={`table-of table-of-${chart}`}>
        <summary>{words.say('monitor.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved by keyboard too */}
        <section class="wide" tabIndex={0} aria-label={tableName}>
          {children}
        </section>
      </details>
    </>
  );
}
