import { eventOf } from '../../core/log/chain';
import type { LogEvent, LogRow } from '../../core/log/event';
import type { DrivenPage } from '../../demo/drive/driver';

/** An expression for an extension page: all of one store of every study's record; 'rows' are those in their blocks. */
export const readStore = (store: string): string =>
  store === 'rows'
    ? `${readAll('blocks')}.then((blocks) => blocks.flatMap(({ rows }) => rows))`
    : readAll(store);

const readAll = (store: string) => `indexedDB.databases().then((stores) => Promise.all(
  stores.map(({ name }) => name).filter((name) => name.startsWith('record/')).sort().map((name) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('${store}')) { db.close(); resolve([]); return; }
      const all = db.transaction('${store}').objectStore('${store}').getAll();
      all.onsuccess = () => { db.close(); resolve(JSON.parse(JSON.stringify(all.result))); };
    };
  })))).then((all) => all.flat())`;

/** Every row of the record, read in a page of the extension. */
export const rowsIn = async (page: DrivenPage): Promise<LogRow[]> =>
  (await page.evaluate(readStore('rows'))) as LogRow[];

export const eventsOf = (rows: readonly LogRow[]): LogEvent[] =>
  rows.flatMap(({ body }) => (body === null ? [] : [eventOf(body) as LogEvent]));

/** What was recorded and not erased, read in a page of the extension. */
export const eventsIn = async (page: DrivenPage): Promise<LogEvent[]> => eventsOf(await rowsIn(page));
