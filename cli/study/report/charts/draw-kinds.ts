import { kindInWords } from '../../../../core/explanation/words';
import { box, type Drawing, group, label, mark, type Shape } from '../../../../core/monitor/drawing';
import type { Findings } from '../findings';
import type { ReportWords } from '../words';
import { chartWidth } from './frame';

const rowHeight = 36;
const left = 170;
const head = 30;

const baskets = ['yes', 'conflicting', 'no', 'unknown'] as const;
type Basket = (typeof baskets)[number];
const looks = {
  yes: { fill: 'basket', stroke: 'ink' },
  conflicting: { fill: 'unclear', stroke: 'ink' },
  no: { fill: 'card', stroke: 'soft' },
  unknown: { fill: null, stroke: 'soft', dash: [2, 2] },
} as const;

/** All pages that were met, by their kind: with a basket, conflicting, without, and not read. */
export function drawKinds(kinds: Findings['kinds'], words: ReportWords): Drawing {
  const of = (kind: string, basket: Basket) =>
    kinds
      .filter((one) => one.kind === kind && one.basket === basket)
      .reduce((sum, { pages }) => sum + pages, 0);
  const rows = [...new Set(kinds.map(({ kind }) => kind))]
    .map((kind) => {
      const counts = Object.fromEntries(baskets.map((basket) => [basket, of(kind, basket)])) as Record<
        Basket,
        number
      >;
      return { kind, counts, all: baskets.reduce((sum, basket) => sum + counts[basket], 0) };
    })
    .toSorted((a, b) => b.all - a.all || (a.kind < b.kind ? -1 : 1));
  const scale = (chartWidth - left - 70) / Math.max(1, ...rows.map(({ all }) => all));
  const shapes: Shape[] = baskets.flatMap((basket, index) => [
    mark('square', left + 6 + index * 150, 10, 6, looks[basket]),
    label(left + 20 + index * 150, 14, words.say(`kinds.${basket}`)),
  ]);
  for (const [index, { kind, counts, all }] of rows.entries()) {
    const top = head + index * rowHeight;
    let x = left;
    const drawn = baskets.flatMap((basket): Shape[] => {
      const width = counts[basket] * scale;
      const from = x;
      x += width;
      return width === 0 ? [] : [box(from, top + 4, Math.max(1, width), 24, looks[basket])];
    });
    shapes.push(
      label(left - 14, top + 21, kindInWords(kind, words.core), { anchor: 'end', ink: 'ink', size: 13 }),
      group(drawn, { title: words.say('kinds.row', { ...counts, all }) }),
      label(x + 10, top + 21, words.number(all)),
    );
  }
  return { width: chartWidth, height: head + rows.length * rowHeight + 6, shapes };
}
