import type { StepName } from '../../../../core/log/event';
import { box, type Drawing, group, label, type Shape } from '../../../../core/monitor/drawing';
import type { FurthestStep } from '../findings';
import type { ReportWords } from '../words';
import { chartWidth } from './frame';

const rowHeight = 42;
const left = 150;

/** The furthest stage that flows reached; those that were open at the export stand dashed behind. */
export function drawSteps(steps: readonly FurthestStep[], words: ReportWords): Drawing {
  const most = Math.max(1, ...steps.map(({ ended, open }) => ended + open));
  const scale = (chartWidth - left - 250) / most;
  const shapes = steps.flatMap(({ step, ended, open }, index): Shape[] => {
    const top = index * rowHeight + 6;
    const end = left + (ended + open) * scale;
    return [
      label(left - 14, top + 20, words.core.say(`log.step.${step as StepName}`), {
        ...{ anchor: 'end', ink: 'ink', size: 13 },
      }),
      group(
        [
          ...(ended > 0 ? [box(left, top, ended * scale, 28, { fill: 'basket', stroke: 'ink' })] : []),
          ...(open > 0
            ? [box(left + ended * scale, top, Math.max(3, open * scale), 28, { stroke: 'ink', dash: [3, 2] })]
            : []),
        ],
        { title: words.say('steps.row', { ended, open }) },
      ),
      label(end + 12, top + 19, words.say('steps.row', { ended, open })),
    ];
  });
  return { width: chartWidth, height: steps.length * rowHeight + 4, shapes };
}
