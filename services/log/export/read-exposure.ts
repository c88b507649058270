import { addedDays, type DayMet } from '../../../core/flow/count-exposure';
import { type LogDatabase, readState } from '../store/open-store';

/** What recording saw beside flows, day by day, the one that is being counted included. */
export async function readDaysMet(db: LogDatabase): Promise<DayMet[]> {
  const tx = db.transaction(['days', 'state']);
  const [kept, recorder] = await Promise.all([
    tx.objectStore('days').getAll(),
    tx.objectStore('state').get('recorder') as Promise<{ exposure?: { today: DayMet | null } } | undefined>,
  ]);
  const today = recorder?.exposure?.today ?? null;
  if (today === null) return kept;
  const same = kept.find(({ date }) => date === today.date);
  const days = [...kept.filter((day) => day !== same), same ? addedDays(same, today) : today];
  return days.toSorted((a, b) => a.date.localeCompare(b.date));
}

/** When recording gave its last sign, to the minute (ISO, UTC): two looks in one state agree. Null where it never did. */
export async function lastMinuteOf(db: LogDatabase): Promise<string | null> {
  const sign = (await readState(db, 'recorder'))?.exposure.sign;
  return sign ? new Date(Math.floor(sign.ts / 60_000) * 60_000).toISOString() : null;
}
