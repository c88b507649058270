import { useReader } from '../explanation/reader';
import { EraseEverything } from './EraseEverything';
import { Section } from './Section';

export interface DataSectionProps {
  /** What lies in this browser; null while it is counted, or where it cannot be read. */
  data: {
    readonly rows: number;
    readonly flows: number;
    readonly captures: number;
    readonly bytes: number | null;
  } | null;
  /** The browser's store does not open. */
  isUnreadable: boolean;
  /** What the browser answered when it was asked to keep it; null while it is asked. */
  keeping: 'agreed' | 'refused' | 'did-not-say' | null;
  /** What became of the last press to erase. */
  erased: 'done' | 'failed' | null;
  /** Ids of exports made of a record that was just erased. */
  exports: readonly string[];
  onErase: () => void;
}

/** What is kept, how to take it along, and how to be rid of it. */
export function DataSection({ data, isUnreadable, keeping, erased, exports, onErase }: DataSectionProps) {
  const { words } = useReader();
  const megabytes = (data?.bytes ?? 0) / 1_000_000;
  return (
    <Section name="data">
      <p class="hint">{words.say('options.data-hint')}</p>
      {isUnreadable && (
        <p class="stopped unreadable" role="alert">
          {words.say('log.unreadable')}
        </p>
      )}
      <dl class="sizes">
        <div>
          <dt>{words.say('options.data-record')}</dt>
          <dd>{data ? words.say('options.data-rows', { rows: data.rows, flows: data.flows }) : '…'}</dd>
        </div>
        <div>
          <dt>{words.say('gallery.heading')}</dt>
          <dd>{data ? words.say('label.count', { count: data.captures }) : '…'}</dd>
        </div>
        <div>
          <dt>{words.say('options.data-size')}</dt>
          <dd>{data?.bytes != null ? words.say('options.data-megabytes', { megabytes }) : '…'}</dd>
        </div>
        <div class="keeping">
          <dt>{words.say('keeping')}</dt>
          <dd>{keeping ? words.say(`keeping.${keeping}`) : '…'}</dd>
        </div>
      </dl>
      <p class="actions">
        <a href="/logbook.html">{words.say('options.export-record')}</a>
        <a href="/gallery.html">{words.say('options.export-captures')}</a>
      </p>
      <EraseEverything data={data} onErase={onErase} />
      <div role="status">
        {erased && <p class="notice">{words.say(erased === 'done' ? 'erase.done' : 'erase.failed')}</p>}
        {exports.length > 0 && (
          <p class="notice">{words.say('log.withdrawn', { exports: exports.join(', ') })}</p>
        )}
      </div>
    </Section>
  );
}
