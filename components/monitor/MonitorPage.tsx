import type { Sentence } from '../../core/explanation/sentence';
import type { Language } from '../../core/explanation/words';
import type { FigureMark } from '../../core/monitor/figure-marks';
import type { PeriodUnit } from '../../core/monitor/period';
import type { RecordCounts } from '../../core/monitor/record-counts';
import type { PeriodShares } from '../../core/monitor/share-by-period';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { Masthead } from '../Masthead';
import { NoticePlace } from '../NoticePlace';
import { StudyChoice } from '../StudyChoice';
import type { ChartName, FileKind } from './ChartFile';
import { CountBar, type CountBarProps } from './CountBar';
import { HostsSection } from './HostsSection';
import { SaidFigures } from './SaidFigures';
import { SharesSection } from './SharesSection';

export interface MonitorPageProps extends CountBarProps {
  /** Null until the record was counted. */
  counts: RecordCounts | null;
  /** The browser's store cannot be read now. */
  isUnreadable: boolean;
  /** A line about what was saved or went wrong. */
  notice: string | null;
  periods: readonly PeriodShares[];
  overall: PeriodShares | null;
  unit: PeriodUnit;
  figures: readonly FigureMark[];
  rulesOld: Sentence | null;
  rulebook: Sentence;
  logbookAddress: string;
  studies: readonly string[];
  study: string | null;
  onStudy: (study: string) => void;
  onUnit: (unit: PeriodUnit) => void;
  onSave: (chart: ChartName, kind: FileKind) => void;
  onLanguage: (language: Language) => void;
}

/** The migration monitor: what this record observed, beside what ministry and company said. */
export function MonitorPage(props: MonitorPageProps) {
  const { rows, counts, figures, onSave } = props;
  const { words } = useReader();
  // What stands below the charts comes with them: nothing that is read moves away when they are counted.
  const isFirstCount = counts === null && props.progress !== null;
  return (
    <main class="page monitor">
      <Masthead title={words.say('monitor.heading')} onLanguage={props.onLanguage} />
      {props.rulesOld && (
        <p class="rules-old">
          <Told sentence={props.rulesOld} />
        </p>
      )}
      <section class="opening">
        <p>{words.say('monitor.intro')}</p>
        <p class="caveat">{words.say('monitor.not-a-sample')}</p>
        <a href={props.logbookAddress}>{words.say('monitor.to-logbook')}</a>
        {props.study !== null && (
          <StudyChoice
            name="counted-study"
            studies={props.studies}
            study={props.study}
            onStudy={props.onStudy}
          />
        )}
        {props.isUnreadable ? (
          <p class="stopped unreadable" role="alert">
            {words.say('log.unreadable')}
          </p>
        ) : rows === 0 ? (
          <p class="empty">{words.say('monitor.nothing')}</p>
        ) : (
          <CountBar {...props} />
        )}
      </section>
      {counts && (
        <>
          <section aria-labelledby="shares-title">
            <h2 id="shares-title">{words.say('monitor.shares')}</h2>
            <SharesSection {...props} />
          </section>
          <section aria-labelledby="definitions-title">
            <h2 id="definitions-title">{words.say('monitor.definitions')}</h2>
            <ul class="definitions">
              <li>{words.say('monitor.what-counts')}</li>
              <li>{words.say('monitor.unread-apart')}</li>
              <li>{words.say('monitor.wib')}</li>
            </ul>
          </section>
        </>
      )}
      {!isFirstCount && (
        <section aria-labelledby="figures-title">
          <h2 id="figures-title">{words.say('monitor.figures')}</h2>
          <SaidFigures figures={figures} />
        </section>
      )}
      {counts && (
        <section aria-labelledby="hosts-title">
          <h2 id="hosts-title">{words.say('monitor.hosts')}</h2>
          <HostsSection steps={counts.steps} onSave={onSave} />
        </section>
      )}
      {!isFirstCount && (
        <footer>
          <Told sentence={props.rulebook} />
        </footer>
      )}
      <NoticePlace text={props.notice} />
    </main>
  );
}
