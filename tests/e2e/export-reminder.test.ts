import { beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { pageNamed } from '../../demo/shop/demo-pages';
import { stageHere } from '../builders/stage-here';
import { visitRecorded } from '../builders/visit-recorded';

const day = 24 * 60 * 60 * 1000;

describe('rows that were never exported', () => {
  let browser: DrivenBrowser;
  let logbook: DrivenPage;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await beginRecording(logbook);
    const page = await browser.newPage();
    await visitRecorded(page, pageNamed('video-basket').address, logbook);
    await page.close();
  });

  /** As if recording had begun, and anything been said last, so many days ago. */
  const daysAgo = (days: number) =>
    logbook.evaluate(`chrome.storage.local.get(null).then((kept) => {
      const then = new Date(Date.now() - ${days * day}).toISOString();
      const told = JSON.stringify(kept).replace(/"reminded":"[^"]*"/g, '"reminded":"' + then + '"');
      const { recording, ...more } = JSON.parse(told);
      return chrome.storage.local.set({ ...more, recording: { ...recording, since: then } });
    })`);
  const reminders = async () => {
    await logbook.reload();
    await logbook.waitForSelector('.recording');
    await logbook.waitForTimeout(500);
    return logbook.locator('.export-reminder').count();
  };

  test('are spoken of calmly, once a month', async () => {
    expect(await reminders(), 'in the first days').toBe(0);
    await daysAgo(29);
    expect(await reminders(), 'before a month is over').toBe(0);
    await daysAgo(31);
    expect(await reminders(), 'after a month').toBe(1);
    expect(await logbook.textContent('.export-reminder')).toContain('An export keeps it safe');
    expect(await logbook.getAttribute('.export-reminder', 'role'), 'it alarms nobody').toBeNull();
    expect(await reminders(), 'again on the same day').toBe(0);
    await daysAgo(31);
    expect(await reminders(), 'a month later').toBe(1);
    await logbook.close();
  });
});
