import { drawShares, processorsShown } from '../../core/monitor/draw-shares';
import type { FigureMark } from '../../core/monitor/figure-marks';
import { type PeriodUnit, periodUnits } from '../../core/monitor/period';
import { processors } from '../../core/monitor/record-counts';
import { fewObservations, type PeriodShares } from '../../core/monitor/share-by-period';
import { overallInWords } from '../../core/monitor/surround';
import { useReader } from '../explanation/reader';
import { ChartFile, type ChartName, type FileKind } from './ChartFile';
import { DrawnChart } from './DrawnChart';
import { SharesTable } from './SharesTable';

interface SharesSectionProps {
  periods: readonly PeriodShares[];
  overall: PeriodShares | null;
  unit: PeriodUnit;
  figures: readonly FigureMark[];
  onUnit: (unit: PeriodUnit) => void;
  onSave: (chart: ChartName, kind: FileKind) => void;
}

/** The observed shares over time, beside the figures that were said. */
export function SharesSection({ periods, overall, unit, figures, onUnit, onSave }: SharesSectionProps) {
  const { words } = useReader();
  const summary = overallInWords(overall, words);
  if (overall === null || summary === null) return <p class="empty">{words.say('monitor.no-baskets')}</p>;
  const shown = processorsShown(periods);
  const absent = processors.filter((processor) => !shown.includes(processor));
  return (
    <>
      <p class="overall" data-record>
        {summary}
      </p>
      <fieldset class="units">
        <legend>{words.say('monitor.period')}</legend>
        {periodUnits.map((name) => (
          <button
            type="button"
            key={name}
            class={`unit-${name}`}
            aria-pressed={name === unit}
            onClick={() => onUnit(name)}
          >
            {words.say(`monitor.unit.${name}`)}
          </button>
        ))}
      </fieldset>
      <DrawnChart
        draw={(width) => drawShares({ periods, overall, unit, figures }, words, width)}
        title={words.say('monitor.shares')}
        description={summary}
      />
      <p class="note" data-record>
        {words.say('monitor.rings')} {words.say('monitor.interval')}{' '}
        {periods.some(({ isSmall }) => isSmall) && words.say('monitor.few', { few: fewObservations })}{' '}
        {absent.length > 0 &&
          words.say('monitor.never-seen', {
            processors: absent.map((name) => words.say(`monitor.processor.${name}`)).join(', '),
          })}
      </p>
      <ChartFile chart="shares" onSave={onSave}>
        <SharesTable periods={periods} unit={unit} />
      </ChartFile>
    </>
  );
}
