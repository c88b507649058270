import type { ComponentChildren } from 'preact';
import type { Sentence } from '../../core/explanation/sentence';
import type { Language } from '../../core/explanation/words';
import type { Policy } from '../../core/policy/read-policy';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { Masthead } from '../Masthead';
import { NoticePlace } from '../NoticePlace';
import { Sure } from '../Sure';
import { Consent } from './Consent';
import { type FilterForm, FlowFilters } from './FlowFilters';
import { FlowsTable, type FlowsTableProps } from './FlowsTable';
import { RecordingBar } from './RecordingBar';
import { RequestView, type RequestViewProps } from './RequestView';

export interface LogbookPageProps extends Omit<FlowsTableProps, 'isRecording'>, RequestViewProps {
  recording: { readonly on: boolean; readonly study: string; readonly since: string | null };
  /** What the organisation set. */
  policy: Policy;
  /** Set when the rulebook was reviewed too long ago. */
  rulesOld: Sentence | null;
  /** Which rulebook judges. */
  rulebook: Sentence;
  /** Why recording stopped by itself; null where it did not. */
  stopped: 'full' | 'failed' | null;
  /** The browser's store cannot be read now. */
  isUnreadable: boolean;
  /** Why the last press did not work; null where it did. */
  failed: string | null;
  nameOf: (text: string) => string;
  /** What the participant is called in a study; '' for nothing. */
  codeIn: (study: string) => string;
  isCode: (text: string) => boolean;
  form: FilterForm;
  kinds: readonly string[];
  hosts: readonly string[];
  /** How many values the whitelist refused so far. */
  refused: number;
  /** What the browser answered when it was asked to keep the record; null while it is asked. */
  keeping: 'agreed' | 'refused' | 'did-not-say' | null;
  /** Rows lie in this browser alone, and have for a month. */
  isReminderDue: boolean;
  /** A line about work done or under way. */
  notice: string | null;
  progress: { readonly done: number; readonly all: number } | null;
  /** Ids of exports made from a record that was just erased. */
  withdrawn: readonly string[];
  onStart: (study: string, code: string) => void;
  onStop: () => void;
  onForm: (change: Partial<FilterForm>) => void;
  onCheck: () => void;
  onRejudge: () => void;
  onDrift: () => void;
  onExposure: () => void;
  onEraseAll: () => void;
  onLanguage: (language: Language) => void;
  /** Whether anything was kept for any study: there may be days without a flow. */
  hasRecord: boolean;
  /** What each study holds. */
  studies?: ComponentChildren;
  /** The exports. */
  children?: ComponentChildren;
}

/** The logbook: whether flows are recorded, which were, and what the participant does with them. */
export function LogbookPage(props: LogbookPageProps) {
  const { recording, stopped, notice, progress, all, refused } = props;
  const { words } = useReader();
  const hasFlows = all === null ? props.flows.length > 0 : all > 0;
  return (
    <main class="page logbook">
      <Masthead title={words.say('log.heading')} onLanguage={props.onLanguage} />
      {props.rulesOld && (
        <p class="rules-old">
          <Told sentence={props.rulesOld} />
        </p>
      )}
      {stopped && (
        <p class="stopped" role="alert">
          {words.say(`log.stopped-${stopped}`)}
        </p>
      )}
      {props.isUnreadable && (
        <p class="stopped unreadable" role="alert">
          {words.say('log.unreadable')}
        </p>
      )}
      {props.failed !== null && (
        <p class="stopped failed" role="alert">
          {words.say('label.failed', { reason: props.failed })}
        </p>
      )}
      {recording.on && recording.since !== null ? (
        <RecordingBar study={recording.study} since={recording.since} onStop={props.onStop} />
      ) : props.policy.recording === 'forbidden' ? (
        <p class="stopped forbidden" role="status">
          {words.say('managed.recording-forbidden')}
        </p>
      ) : (
        <Consent
          study={recording.study}
          seesRequests={props.requestView !== 'off'}
          isStudySet={props.policy.study !== null}
          nameOf={props.nameOf}
          codeIn={props.codeIn}
          isCode={props.isCode}
          onStart={props.onStart}
        />
      )}
      {props.withdrawn.length > 0 && (
        <p class="stopped" role="status">
          {words.say('log.withdrawn', { exports: props.withdrawn.join(', ') })}
        </p>
      )}
      <RequestView {...props} />
      {props.studies}
      <section aria-labelledby="flows-title">
        <h2 id="flows-title">{words.say('log.flows')}</h2>
        <a class="to-monitor" href="/monitor.html">
          {words.say('monitor.heading')}
        </a>
        <a class="to-gallery" href="/gallery.html">
          {words.say('gallery.heading')}
        </a>
        {hasFlows && (
          <FlowFilters form={props.form} kinds={props.kinds} hosts={props.hosts} onForm={props.onForm} />
        )}
        {hasFlows && (
          <p class="note" data-facts="phases/migrated">
            {words.say('log.processor-means')}
          </p>
        )}
        <FlowsTable {...props} isRecording={recording.on} />
      </section>
      {props.hasRecord && (
        <section aria-labelledby="export-title" class="export">
          <h2 id="export-title">{words.say('log.export')}</h2>
          {props.isReminderDue && <p class="export-reminder">{words.say('log.export-reminder')}</p>}
          <p class="note">{words.say('log.export-hint')}</p>
          {props.keeping && <p class="note keeping">{words.say(`keeping.${props.keeping}`)}</p>}
          {props.children}
          <div class="actions">
            <button type="button" onClick={props.onCheck}>
              {words.say('log.check')}
            </button>
            <button type="button" onClick={props.onRejudge}>
              {words.say('log.rejudge')}
            </button>
            <button type="button" class="count-drift" onClick={props.onDrift}>
              {words.say('log.drift')}
            </button>
            <button type="button" class="count-exposure" onClick={props.onExposure}>
              {words.say('log.exposure')}
            </button>
          </div>
          {progress && (
            <progress max={progress.all} value={progress.done} aria-label={words.say('log.export')} />
          )}
          {refused > 0 && <p class="note">{words.say('log.refused', { count: refused })}</p>}
          <Sure label={words.say('log.erase-all')} onYes={props.onEraseAll} />
        </section>
      )}
      <footer>
        <Told sentence={props.rulebook} />
      </footer>
      <NoticePlace text={notice} />
    </main>
  );
}
