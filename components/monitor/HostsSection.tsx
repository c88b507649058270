import { drawHosts } from '../../core/monitor/draw-hosts';
import type { StepContacts } from '../../core/monitor/record-counts';
import { useReader } from '../explanation/reader';
import { ChartFile, type ChartName, type FileKind } from './ChartFile';
import { DrawnChart } from './DrawnChart';
import { HostsTable } from './HostsTable';

interface HostsSectionProps {
  steps: readonly StepContacts[];
  onSave: (chart: ChartName, kind: FileKind) => void;
}

/** The hosts that pages asked, step by step. */
export function HostsSection({ steps, onSave }: HostsSectionProps) {
  const { words } = useReader();
  if (!steps.some(({ hosts }) => hosts.length > 0))
    return <p class="empty">{words.say('monitor.no-hosts')}</p>;
  return (
    <>
      <p class="note">
        {words.say('monitor.hosts-what')} {words.say('monitor.requests-what')} {words.say('monitor.interval')}
      </p>
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
