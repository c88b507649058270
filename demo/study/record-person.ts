import { addedDays, type DayMet } from '../../core/flow/count-exposure';
import { nothingOpen, type Observation } from '../../core/flow/flow-state';
import { nextStep } from '../../core/flow/next-step';
import { nextRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { frameEvent, type InstallFrame } from '../../core/log/frame-event';
import { rulesetVersion } from '../../core/log/ruleset-version';
import type { Rulebook } from '../../core/rulebook/rulebook';

/** What an installation's record holds. */
export interface Recorded {
  readonly rows: readonly LogRow[];
  readonly met: readonly DayMet[];
}

/** What was seen, and the rulebook that was in force then. */
export interface SeenUnder {
  readonly rulebook: Rulebook;
  readonly observations: readonly Observation[];
}

/** Writes what was seen as the extension does, its store left out. */
export function recordPerson(
  seen: readonly SeenUnder[],
  frame: Omit<InstallFrame, 'ruleset_version'>,
  { newId, newSalt }: { readonly newId: () => string; readonly newSalt: () => string },
): Recorded {
  let state = nothingOpen;
  const rows: LogRow[] = [];
  const days = new Map<string, DayMet>();
  const add = (day: DayMet) => {
    const known = days.get(day.date);
    days.set(day.date, known ? addedDays(known, day) : day);
  };
  for (const { rulebook, observations } of seen)
    for (const observation of observations) {
      const advance = nextStep(state, observation, newId);
      state = advance.state;
      for (const day of advance.days) add(day);
      for (const placed of advance.events) {
        const { event } = frameEvent(
          placed,
          { ...frame, ruleset_version: rulesetVersion(rulebook.about.version) },
          { eventId: newId(), tzOffsetMin: 420 },
        );
        rows.push(nextRow(rows.at(-1) ?? null, event, newSalt()));
      }
    }
  if (state.exposure.today) add(state.exposure.today);
  return { rows, met: [...days.values()].toSorted((a, b) => a.date.localeCompare(b.date)) };
}
