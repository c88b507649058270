import type { DrivenPage } from './drive/driver';

/** Agrees in an open logbook, as a participant does; from then on flows are recorded. */
export async function beginRecording(logbook: DrivenPage): Promise<void> {
  await logbook.check('[name=agree]');
  await logbook.click('.consent .primary');
  await logbook.waitForSelector('.recording');
}
