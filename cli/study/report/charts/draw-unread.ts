import { wrapText } from '../../../../core/look/wrap-text';
import {
  box,
  type Drawing,
  group,
  label,
  line,
  type Shape,
  textWidth,
} from '../../../../core/monitor/drawing';
import type { UnreadReason } from '../findings';
import type { ReportWords } from '../words';
import { acrossWeeks, chartWidth, weekTicks } from './frame';

const rowHeight = 54;
const left = 400;
/** Rarer reasons have their place in the table only. */
export const mostReasons = 8;

/** Why baskets could not be read, week by week: a row a reason, all on one scale. */
export function drawUnread(
  reasons: readonly UnreadReason[],
  weeks: readonly string[],
  words: ReportWords,
): Drawing {
  const shown = reasons.slice(0, mostReasons);
  const across = acrossWeeks(weeks, left, chartWidth - 12);
  const most = Math.max(1, ...shown.flatMap(({ weeks: counts }) => [...counts.values()]));
  const width = Math.max(1, Math.min(30, across.room * 0.6));
  const shapes = shown.flatMap(({ what, why, pages, weeks: counts }, index): Shape[] => {
    const top = index * rowHeight + 4;
    const bottom = top + rowHeight - 10;
    const told = wrapText(words.reason(what, why), 300, textWidth).slice(0, 3);
    return [
      ...told.map((text, place) => label(0, top + 16 + place * 15, text, { ink: 'ink' })),
      label(left - 20, top + 24, words.number(pages), { anchor: 'end', ink: 'ink', size: 15, isBold: true }),
      line(across.left, bottom, across.right, bottom),
      ...weeks.flatMap((week): Shape[] => {
        const count = counts.get(week) ?? 0;
        if (count === 0) return [];
        const height = (count / most) * (rowHeight - 28);
        const x = across.xOf(week);
        const title = words.say('unread.mark', { week: words.core.date(week), count });
        const number =
          across.room > 28
            ? [label(x, bottom - height - 4, words.number(count), { anchor: 'middle', size: 10 })]
            : [];
        return [
          group([box(x - width / 2, bottom - height, width, height, { fill: 'unclear' }), ...number], {
            title,
          }),
        ];
      }),
    ];
  });
  const bottom = shown.length * rowHeight + 2;
  return {
    width: chartWidth,
    height: bottom + 24,
    shapes: [...shapes, weekTicks(weeks, bottom, across, words.core)],
  };
}
