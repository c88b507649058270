import { eventOf } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import type { DrivenPage } from '../../demo/drive/driver';
import { waitFor } from '../../demo/drive/wait-for';
import { readStore } from './read-store';

/** Opens an address while recording is on, and waits until the record says so: on a busy machine that takes its time. */
export async function visitRecorded(page: DrivenPage, address: string, logbook: DrivenPage): Promise<void> {
  const navs = async (): Promise<number> =>
    ((await logbook.evaluate(readStore('rows'))) as LogRow[]).filter(
      ({ body }) => body !== null && eventOf(body)?.event === 'nav',
    ).length;
  const before = await navs();
  await page.goto(address);
  await waitFor(async () => (await navs()) > before || undefined, {
    timeout: 20_000,
    told: () => `the record did not say that ${address} was opened`,
  });
}
