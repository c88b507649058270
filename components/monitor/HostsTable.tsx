import { Fragment } from 'preact';
import { inPercent } from '../../core/monitor/names';
import { contactSources, type StepContacts } from '../../core/monitor/record-counts';
import { wilsonInterval } from '../../core/monitor/wilson-interval';
import { useReader } from '../explanation/reader';

/** Every host of every step in numbers. */
export function HostsTable({ steps }: { steps: readonly StepContacts[] }) {
  const { words } = useReader();
  const sources = contactSources.filter((source) =>
    steps.some(({ hosts }) => hosts.some(({ requests }) => requests[source] > 0)),
  );
  return (
    <table>
      <thead>
        <tr>
          {(['step', 'host', 'party', 'flows', 'of-flows', 'interval', ...sources] as const).map((column) => (
            <th key={column} scope="col">
              {words.say(`monitor.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-record>
        {steps.map(({ step, flows: all, hosts }) => (
          <Fragment key={step}>
            {hosts.map(({ host, party, flows, requests }) => {
              const interval = wilsonInterval(flows, all);
              return (
                <tr key={host}>
                  <td>{words.say(`log.step.${step}`)}</td>
                  <th scope="row">{host}</th>
                  <td>{words.say(`monitor.party.${party}`)}</td>
                  <td>{flows}</td>
                  <td>{all}</td>
                  <td>
                    {interval &&
                      words.say('monitor.interval-cell', {
                        low: inPercent(interval.low),
                        high: inPercent(interval.high),
                      })}
                  </td>
                  {sources.map((source) => (
                    <td key={source}>{requests[source]}</td>
                  ))}
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
