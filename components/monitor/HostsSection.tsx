import { drawHosts } from '../../core/monitor/draw-hosts';
import { partyLook } from '../../core/monitor/names';
import type { Party, StepContacts } from '../../core/monitor/record-counts';
import { useReader } from '../explanation/reader';
import { ChartFile, type ChartName, type FileKind } from './ChartFile';
import { DrawnChart } from './DrawnChart';
import { HostsTable } from './HostsTable';

interface HostsSectionProps {
  steps: readonly StepContacts[];
  onSave: (chart: ChartName, kind: FileKind) => void;
}

const parties: readonly Party[] = ['tiktok', 'tokopedia', 'other'];

/** The hosts that pages asked, step by step. */
export function HostsSection({ steps, onSave }: HostsSectionProps) {
  const { words } = useReader();
  if (!steps.some(({ hosts }) => hosts.length > 0))
    return <p class="empty">{words.say('monitor.no-hosts')}</p>;
  return (
    <>
      <p class="note">
        {words.say('monitor.hosts-what')} {words.say('monitor.requests-what')}
      </p>
      <ul class="legend">
        {parties.map((party) => (
          <li key={party} class={`mark-${partyLook[party].mark} ink-${partyLook[party].ink}`}>
            {words.say(`monitor.party.${party}`)}
          </li>
        ))}
      </ul>
      <DrawnChart
        draw={(width) => drawHosts(steps, words, width)}
        title={words.say('monitor.hosts')}
        description={words.say('monitor.hosts-what')}
      />
      <ChartFile chart="hosts" onSave={onSave}>
        <HostsTable steps={steps} />
      </ChartFile>
    </>
  );
}
