/** What is known of a record's exports; times are ISO, UTC, null where there was none. */
export interface ExportState {
  /** Rows written so far: the newest one's number. */
  readonly rows: number;
  /** The newest row that an export held. */
  readonly exportedUpTo: number;
  readonly exported: string | null;
  readonly reminded: string | null;
  /** Since when flows are recorded. */
  readonly since: string | null;
}

/** ms */
const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Whether the person should hear that rows lie in this browser alone: while some were never exported, and a month after
 * the last export, the last reminder and the first row, whichever came last.
 */
export function isReminderDue(
  { rows, exportedUpTo, exported, reminded, since }: ExportState,
  now: string,
): boolean {
  if (rows <= exportedUpTo) return false;
  const last = [exported, reminded, since].flatMap((time) => (time === null ? [] : Date.parse(time)));
  return last.length > 0 && Date.parse(now) - Math.max(...last) >= month;
}
