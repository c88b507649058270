import type { DrivenPage } from '../../demo/drive/driver';
import { waitFor } from '../../demo/drive/wait-for';
import { eventsIn } from './read-store';

/** Opens an address while recording is on, and waits until the record says so: on a busy machine that takes its time. */
export async function visitRecorded(page: DrivenPage, address: string, logbook: DrivenPage): Promise<void> {
  const navs = async (): Promise<number> =>
    (await eventsIn(logbook)).filter(({ event }) => event === 'nav').length;
  const before = await navs();
  await page.goto(address);
  await waitFor(async () => (await navs()) > before || undefined, {
    timeout: 20_000,
    told: () => `the record did not say that ${address} was opened`,
  });
}
