import type { HistoryPoint } from '../../core/explanation/explain-history';

/** A window on time: milliseconds since 1970, UTC. */
export interface TimeWindow {
  readonly from: number;
  readonly until: number;
}

const shortest = 14 * 86_400_000;

/** A day, month or moment as milliseconds; a month or year as its first day. */
export const timeOf = (iso: string): number => Date.parse(iso);

/** The window made `factor` times as long around a time, kept inside the whole and never shorter than two weeks. */
export function zoomAround(view: TimeWindow, around: number, factor: number, whole: TimeWindow): TimeWindow {
  const length = Math.min(Math.max((view.until - view.from) * factor, shortest), whole.until - whole.from);
  const share = (around - view.from) / (view.until - view.from);
  return keptInside(around - length * share, length, whole);
}

/** The window moved by a share of its length. */
export const moveBy = (view: TimeWindow, share: number, whole: TimeWindow): TimeWindow =>
  keptInside(view.from + (view.until - view.from) * share, view.until - view.from, whole);

/** The window moved just so far that a time lies well inside it. */
export function showing(view: TimeWindow, time: number, whole: TimeWindow): TimeWindow {
  const length = view.until - view.from;
  const margin = length * 0.05;
  if (time >= view.from + margin && time <= view.until - margin) return view;
  return keptInside(time - length / 2, length, whole);
}

function keptInside(from: number, length: number, whole: TimeWindow): TimeWindow {
  const start = Math.max(whole.from, Math.min(from, whole.until - length));
  return { from: start, until: start + length };
}

/** Points that would lie on each other are put into rows: the row of each point, by its place in the list. */
export function rowsOf(
  points: readonly HistoryPoint[],
  xOf: (point: HistoryPoint) => number,
  apart: number,
): number[] {
  const ends: number[] = [];
  return points.map((point) => {
    const x = xOf(point);
    const free = ends.findIndex((end) => x - end >= apart);
    const row = free === -1 ? ends.length : free;
    ends[row] = x;
    return row;
  });
}
