/** A point in time and the day it falls on in western Indonesia (WIB, UTC+7, no summer time). */
export interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** ISO day in WIB, such as `2023-10-04`. */
  readonly day: string;
}

const wibOffset = 7 * 60 * 60 * 1000;
const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a day (`2023-10-04`, meaning its first minute) or an ISO date-time.
 * Both are WIB unless an offset is given. Null for anything else, also for days that do not exist.
 */
export function readMoment(text: string): Moment | null {
  const [, day, clock = '00:00', offset = '+07:00'] = shape.exec(text.trim()) ?? [];
  if (day === undefined || !dayExists(day)) return null;
  const zone = /^z$/i.test(offset) ? 'Z' : offset.replace(/^(...)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${day}T${clock}${zone}`);
  return Number.isNaN(time) ? null : { time, day: dayInWib(time) };
}

/** The ISO day in WIB on which a time (ms since 1970, UTC) falls. */
export const dayInWib = (time: number): string => new Date(time + wibOffset).toISOString().slice(0, 10);

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The ISO day so many days later. */
export const moveDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function dayExists(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
