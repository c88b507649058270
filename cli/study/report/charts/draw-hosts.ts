import type { StepName } from '../../../../core/log/event';
import { type Drawing, group, label, line, mark, type Shape } from '../../../../core/monitor/drawing';
import { partyLook } from '../../../../core/monitor/names';
import type { HostAtStep } from '../findings';
import type { ReportWords } from '../words';
import { chartWidth } from './frame';

const rowHeight = 34;
const left = 250;
const head = 50;
/** More hosts than this have their place in the table only. */
export const mostHosts = 24;

/** Which hosts pages of each step contacted: as large as the part of the step's flows in which it was seen. */
export function drawHosts(hosts: readonly HostAtStep[], words: ReportWords): Drawing {
  const steps = [...new Set(hosts.map(({ step }) => step))].toSorted((a, b) => order(a) - order(b));
  const persons = new Map<string, number>();
  for (const one of hosts) persons.set(one.host, Math.max(persons.get(one.host) ?? 0, one.flows));
  const shown = [...persons].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostHosts);
  const room = Math.min(220, (chartWidth - left - 20) / Math.max(1, steps.length));
  const xOf = (step: string) => left + 40 + steps.indexOf(step) * room;
  const bottom = head + shown.length * rowHeight;
  const shapes: Shape[] = steps.flatMap((step) => {
    const { flowsAtStep = 0, personsAtStep = 0 } = hosts.find((one) => one.step === step) ?? {};
    return [
      label(xOf(step) - 14, 14, words.core.say(`log.step.${step as StepName}`), {
        ink: 'ink',
        size: 13,
        isBold: true,
      }),
      label(xOf(step) - 14, 31, words.say('hosts.step', { flows: flowsAtStep, persons: personsAtStep }), {
        size: 11,
      }),
    ];
  });
  for (const [index, [host]] of shown.entries()) {
    const y = head + index * rowHeight + rowHeight / 2;
    const of = hosts.filter((one) => one.host === host);
    const look = partyLook[of[0]?.party ?? 'other'];
    shapes.push(
      line(0, y + rowHeight / 2, chartWidth, y + rowHeight / 2),
      mark(look.mark, 8, y, 4.5, { fill: look.ink, stroke: look.ink }),
      label(22, y + 4, host.length > 33 ? `${host.slice(0, 20)}…${host.slice(-11)}` : host, { ink: 'ink' }),
    );
    for (const { step, flows, flowsAtStep, persons: people, party } of of) {
      const share = flows / Math.max(1, flowsAtStep);
      const x = xOf(step);
      const r = Math.max(1.5, Math.round(13 * Math.sqrt(share) * 10) / 10);
      const values = { flows, all: flowsAtStep, persons: people, share: Math.round(share * 1000) / 10 };
      const { ink } = partyLook[party];
      shapes.push(
        group(
          [
            mark('circle', x, y, r, { fill: ink, stroke: ink }),
            label(x + 20, y + 4, words.say('hosts.cell', values), { size: 11 }),
          ],
          { title: words.say('hosts.mark', { ...values, host }) },
        ),
      );
    }
  }
  const parties = (['tiktok', 'tokopedia', 'other'] as const).filter((party) =>
    hosts.some((one) => one.party === party),
  );
  for (const [index, party] of parties.entries()) {
    const look = partyLook[party];
    const x = 8 + index * 160;
    shapes.push(
      mark(look.mark, x, bottom + 20, 4.5, { fill: look.ink, stroke: look.ink }),
      label(x + 12, bottom + 24, words.core.say(`monitor.party.${party}`), { size: 11 }),
    );
  }
  return { width: chartWidth, height: bottom + 34, shapes };
}

const order = (step: string): number =>
  ['basket', 'product', 'checkout', 'payment', 'confirm', 'order_status'].indexOf(step);
