import { processorsShown } from '../../core/monitor/draw-shares';
import { inPercent, periodName } from '../../core/monitor/names';
import type { PeriodUnit } from '../../core/monitor/period';
import type { PeriodShares, Share } from '../../core/monitor/share-by-period';
import { useReader } from '../explanation/reader';

/** The shares in numbers, a line a period. */
export function SharesTable({ periods, unit }: { periods: readonly PeriodShares[]; unit: PeriodUnit }) {
  const { words } = useReader();
  const shown = processorsShown(periods);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.say('monitor.column.period')}</th>
          <th scope="col">{words.say('monitor.column.n')}</th>
          <th scope="col">{words.say('monitor.column.unread')}</th>
          {shown.map((processor) => (
            <th key={processor} scope="col">
              {words.say(`monitor.processor.${processor}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-record>
        {periods.map((period) => (
          <tr key={period.from}>
            <th scope="row">{periodName(period, unit, words)}</th>
            <td>
              {period.n}
              {period.isSmall && <span class="few"> {words.say('monitor.is-few')}</span>}
            </td>
            <td>{period.unread}</td>
            {shown.map((processor) => (
              <td key={processor}>
                <ShareInWords share={period.shares[processor]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShareInWords({ share: { count, share, low, high } }: { share: Share }) {
  const { words } = useReader();
  if (share === null) return <>–</>;
  return (
    <>
      {count}
      <span class="of">
        {words.say('monitor.share-cell', {
          share: inPercent(share),
          low: inPercent(low),
          high: inPercent(high),
        })}
      </span>
    </>
  );
}
