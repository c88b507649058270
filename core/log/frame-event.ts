import type { PlacedEvent } from '../flow/flow-state';
import { type EventFrame, nothingSaid } from './event';
import { type Admitted, admit } from './whitelist';

/** What is the same for every event of an installation; the session and the clock's offset come with the event. */
export type InstallFrame = Omit<EventFrame, 'session_id' | 'tz_offset_min'>;

/** A placed event as it is written: framed, and let through the whitelist. @throws TypeError on a mistake of ours */
export const frameEvent = (
  event: PlacedEvent,
  frame: InstallFrame,
  { eventId, tzOffsetMin }: { readonly eventId: string; readonly tzOffsetMin: number },
): Admitted => admit({ ...nothingSaid, ...event, ...frame, event_id: eventId, tz_offset_min: tzOffsetMin });
