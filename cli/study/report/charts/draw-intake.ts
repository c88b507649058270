import { box, type Drawing, label, type Shape } from '../../../../core/monitor/drawing';
import type { Intake } from '../findings';
import type { ReportWords } from '../words';
import { chartWidth } from './frame';

const rowHeight = 38;
const left = 230;

/** What came in, and what of it is in the figures. */
export function drawIntake(intake: readonly Intake[], words: ReportWords): Drawing {
  const most = Math.max(1, ...intake.map(({ packages }) => packages));
  const shapes = intake.flatMap(({ stage, packages, persons, rows }, index): Shape[] => {
    const top = index * rowHeight;
    const width = Math.max(packages === 0 ? 0 : 2, (packages / most) * (chartWidth - left - 320));
    const isLast = index === intake.length - 1;
    return [
      label(left - 14, top + 23, words.say(`stage.${stage}`), { anchor: 'end', ink: 'ink', size: 13 }),
      box(left, top + 8, width, 22, { fill: isLast ? 'basket' : 'line', stroke: isLast ? 'ink' : 'soft' }),
      label(
        left + width + 10,
        top + 23,
        rows === null
          ? words.say('intake.people', { packages, persons })
          : words.say('intake.row', { packages, persons, rows }),
        {
          ink: isLast ? 'ink' : 'soft',
          isBold: isLast,
        },
      ),
    ];
  });
  return { width: chartWidth, height: intake.length * rowHeight + 6, shapes };
}
