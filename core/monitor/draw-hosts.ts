import { scaleLinear } from 'd3-scale';
import type { Words } from '../explanation/words';
import { box, type Drawing, group, label, line, mark, type Shape, textWidth } from './drawing';
import { inPercent, partyLook } from './names';
import { contactSources, type HostContacts, type Party, type StepContacts } from './record-counts';
import { fewObservations } from './share-by-period';
import { wilsonInterval } from './wilson-interval';

/** Hosts drawn of each step; the others are in the table. */
const mostHosts = 8;
const narrow = 640;

const parties: readonly Party[] = ['tiktok', 'tokopedia', 'other'];

const partyMark = (party: Party, x: number, y: number): Shape => {
  const { ink, mark: name } = partyLook[party];
  return mark(name, x, y, 4, { stroke: ink, fill: ink, width: 1.5 });
};

/** At least so many requests: two observers may have counted the same ones, so the larger count is taken. */
const requestsAtLeast = ({ requests }: HostContacts): number =>
  Math.max(...contactSources.map((source) => requests[source]));

/** The hosts contacted at each step: a bar as long as the part of the step's flows that contacted it. */
export function drawHosts(steps: readonly StepContacts[], words: Words, width: number): Drawing {
  const isNarrow = width < narrow;
  const nameWidth = isNarrow ? 0 : Math.round(width * 0.34);
  const countWidth = isNarrow ? 0 : widestCount(steps, words) + 12;
  const rowHeight = isNarrow ? 54 : 26;
  const left = nameWidth + (isNarrow ? 4 : 16);
  const length = scaleLinear()
    .domain([0, 1])
    .range([0, width - left - countWidth - 8]);
  const shapes: Shape[] = [];
  let top = 0;
  let x = 0;
  for (const party of parties) {
    const name = words.say(`monitor.party.${party}`);
    const wide = 18 + textWidth(name);
    if (x > 0 && x + wide > width) {
      x = 0;
      top += 20;
    }
    shapes.push(partyMark(party, x + 6, top + 8), label(x + 18, top + 12, name));
    x += wide + 16;
  }
  top += 32;
  for (const { step, flows, hosts } of steps) {
    const name = words.say('monitor.step-flows', { step: words.say(`log.step.${step}`), flows });
    const few = flows < fewObservations ? ` (${words.say('monitor.few-flows')})` : '';
    shapes.push(
      group([label(0, top + 15, `${name}${few}`, { ink: 'ink', size: 13, isBold: true })], {
        trace: 'record',
      }),
    );
    top += 26;
    for (const host of hosts.slice(0, mostHosts)) {
      shapes.push(drawHost(host, flows, { top, left, length, isNarrow, width: nameWidth }, words));
      top += rowHeight;
    }
    const more = hosts.length - mostHosts;
    if (more > 0 || hosts.length === 0) {
      const text = more > 0 ? words.say('monitor.more-hosts', { more }) : words.say('monitor.no-hosts');
      shapes.push(group([label(isNarrow ? 4 : 16, top + 14, text)], { trace: 'record' }));
      top += 24;
    }
    top += 14;
  }
  return { width, height: Math.max(0, top - 10), shapes };
}

const countOf = (contacts: HostContacts, all: number, words: Words): string =>
  words.say('monitor.host-bar', { flows: contacts.flows, all, requests: requestsAtLeast(contacts) });

const widestCount = (steps: readonly StepContacts[], words: Words): number =>
  Math.max(
    0,
    ...steps.flatMap(({ flows, hosts }) =>
      hosts.slice(0, mostHosts).map((host) => textWidth(countOf(host, flows, words))),
    ),
  );

interface Place {
  readonly top: number;
  readonly left: number;
  readonly length: (share: number) => number;
  readonly isNarrow: boolean;
  /** Room for the name. */
  readonly width: number;
}

function drawHost(contacts: HostContacts, all: number, place: Place, words: Words): Shape {
  const { host, party, flows } = contacts;
  const { top, left, length, isNarrow } = place;
  const look = partyLook[party];
  const interval = wilsonInterval(flows, all);
  const low = interval?.low ?? 0;
  const high = interval?.high ?? 1;
  const isSmall = all < fewObservations;
  const middle = top + (isNarrow ? 28 : 11);
  const count = countOf(contacts, all, words);
  const shown = isNarrow ? host : cut(host, place.width - 24);
  const barEnd = left + length(flows / all);
  return group(
    [
      partyMark(party, isNarrow ? 10 : 22, top + (isNarrow ? 9 : 11)),
      label(isNarrow ? 22 : 34, top + (isNarrow ? 13 : 15), shown, { ink: 'ink' }),
      box(left, middle - 6, length(flows / all), 12, {
        stroke: look.ink,
        fill: isSmall ? 'card' : look.ink,
      }),
      line(left + length(low), middle, left + length(high), middle, { stroke: 'ink', width: 1.5 }),
      line(left + length(low), middle - 4, left + length(low), middle + 4, { stroke: 'ink', width: 1.5 }),
      line(left + length(high), middle - 4, left + length(high), middle + 4, { stroke: 'ink', width: 1.5 }),
      isNarrow
        ? label(left, top + 47, count, { size: 11 })
        : label(Math.max(barEnd, left + length(high)) + 8, middle + 4, count),
    ],
    {
      title: words.say('monitor.host-mark', {
        host,
        party: words.say(`monitor.party.${party}`),
        flows,
        all,
        low: inPercent(low),
        high: inPercent(high),
      }),
      trace: 'record',
    },
  );
}

/** A name shortened in its middle, where it is longer than its room. */
function cut(name: string, room: number): string {
  const most = Math.floor(room / textWidth('x'));
  return name.length <= most ? name : `${name.slice(0, most - 12)}…${name.slice(-11)}`;
}
