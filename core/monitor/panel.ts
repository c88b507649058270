import { scaleLinear } from 'd3-scale';

/** Where a row of the chart lies, in px. */
export interface Row {
  readonly top: number;
  readonly height: number;
}

/** The way from days to places across a panel. */
export interface Across {
  readonly left: number;
  readonly right: number;
  /** The middle of a period. */
  readonly xOf: (period: { readonly from: string; readonly until: string }) => number;
  /** The room a period has. */
  readonly room: number;
}

/** The scale of percent: the same in every row, from none to all. */
export const percentToY = ({ top, height }: Row) =>
  scaleLinear()
    .domain([0, 1])
    .range([top + height, top]);
