import { box, type Drawing, group, label, line, mark, type Shape } from '../../../../core/monitor/drawing';
import { percentToY } from '../../../../core/monitor/panel';
import type { ClusteredShare } from '../../statistics/clustered-share';
import type { PersonShare } from '../findings';
import type { ReportWords } from '../words';
import { chartWidth, percentLines } from './frame';

/** More persons than this are drawn as columns of people alike. */
export const mostDots = 200;
const [left, right, top, height] = [46, chartWidth - 170, 20, 260];

/** How unlike each other people are: a dot a person, by the share of their baskets that lead to PT Tokopedia. */
export function drawPeople(
  people: readonly PersonShare[],
  { share, meanOfPersons }: ClusteredShare,
  words: ReportWords,
): Drawing {
  const row = { top, height };
  const y = percentToY(row);
  const isMany = people.length > mostDots;
  const shapes: Shape[] = [
    percentLines(y, { left, right }, [0, 0.25, 0.5, 0.75, 1], words.core),
    ...(isMany ? bars(people, y, words) : dots(people, y, words)),
  ];
  if (share !== null && meanOfPersons !== null) {
    // Two words near each other would stand on each other.
    const near = Math.abs(y(share) - y(meanOfPersons)) < 34;
    const up = share >= meanOfPersons ? -1 : 1;
    const shift = near ? (34 - Math.abs(y(share) - y(meanOfPersons))) / 2 : 0;
    const pooledY = y(share) + up * shift;
    const meanY = y(meanOfPersons) - up * shift;
    shapes.push(
      line(left, y(share), right + 6, y(share), { stroke: 'tokopedia', width: 2 }),
      line(right + 6, y(share), right + 12, pooledY, { stroke: 'tokopedia' }),
      label(right + 16, pooledY - 2, words.say('people.pooled'), { ink: 'ink', size: 11 }),
      label(right + 16, pooledY + 12, words.percent(share), { ink: 'ink', size: 12, isBold: true }),
      line(left, y(meanOfPersons), right + 6, y(meanOfPersons), { stroke: 'ink', dash: [5, 4], width: 1.5 }),
      line(right + 6, y(meanOfPersons), right + 12, meanY, { stroke: 'ink' }),
      label(right + 16, meanY - 2, words.say('people.mean'), { ink: 'ink', size: 11 }),
      label(right + 16, meanY + 12, words.percent(meanOfPersons), { ink: 'ink', size: 12, isBold: true }),
    );
  }
  shapes.push(
    label((left + right) / 2, top + height + 26, words.say(isMany ? 'people.axis-many' : 'people.axis'), {
      anchor: 'middle',
      size: 11,
    }),
  );
  return { width: chartWidth, height: top + height + 34, shapes };
}

function dots(people: readonly PersonShare[], y: (share: number) => number, words: ReportWords): Shape[] {
  const most = Math.max(1, ...people.map(({ n }) => n));
  const step = (right - left) / Math.max(1, people.length);
  const room = Math.min(11, step * 0.62 + 1.5);
  return people.map(({ rank, hits, n }) => {
    const r = Math.max(2, Math.round(room * Math.sqrt(n / most) * 10) / 10);
    const x = left + (rank - 0.5) * step;
    const title = words.say('people.dot', { rank, hits, n, share: Math.round((hits / n) * 1000) / 10 });
    return group([mark('circle', x, y(hits / n), r, { fill: 'tokopedia', stroke: 'card', width: 1 })], {
      title,
    });
  });
}

/** Persons in twenty bands of their share, each a bar that lies down. */
function bars(people: readonly PersonShare[], y: (share: number) => number, words: ReportWords): Shape[] {
  const bands = Array.from({ length: 20 }, () => 0);
  for (const { hits, n } of people) {
    const band = Math.min(19, Math.floor((hits / n) * 20));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  const most = Math.max(1, ...bands);
  return bands.map((count, band) => {
    const [from, to] = [band / 20, (band + 1) / 20];
    const title = words.say('people.band', { from: from * 100, to: to * 100, count });
    const width = (count / most) * (right - left - 60);
    return group(
      [
        box(left, y(to) + 1, width, y(from) - y(to) - 2, { fill: 'tokopedia' }),
        ...(count === 0
          ? []
          : [label(left + width + 6, (y(from) + y(to)) / 2 + 4, words.number(count), { size: 11 })]),
      ],
      { title },
    );
  });
}
