import { wrapText } from '../look/wrap-text';
import { type Drawing, group, label, line, type Shape, textWidth } from './drawing';

/** What stands around a chart in a file of its own. */
export interface Surround {
  readonly title: string;
  /** Paragraphs above the chart: what was counted, and how it may not be read. */
  readonly above: readonly string[];
  /** Paragraphs below it: the figures that were said, and where it all comes from. */
  readonly below: readonly string[];
}

const margin = 24;
const lineHeight = 17;

/** A chart with its title, its caveats and its sources: a picture that can stand alone. */
export function composePicture(chart: Drawing, { title, above, below }: Surround): Drawing {
  const shapes: Shape[] = [label(margin, margin + 16, title, { ink: 'ink', size: 19, isBold: true })];
  let top = margin + 40;
  const paragraph = (text: string) => {
    for (const words of wrapText(text, chart.width, textWidth)) {
      shapes.push(label(margin, top, words));
      top += lineHeight;
    }
    top += 4;
  };
  for (const text of above) paragraph(text);
  top += 8;
  shapes.push(group(chart.shapes, { x: margin, y: top }));
  top += chart.height + 14;
  shapes.push(line(margin, top, margin + chart.width, top));
  top += 20;
  for (const text of below) paragraph(text);
  return { width: chart.width + 2 * margin, height: top + margin - 10, shapes };
}
