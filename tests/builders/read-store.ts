/** An expression for an extension page: all of one store of the record; 'rows' are those in its blocks. */
export const readStore = (store: string): string =>
  store === 'rows'
    ? `${readAll('blocks')}.then((blocks) => blocks.flatMap(({ rows }) => rows))`
    : readAll(store);

const readAll = (store: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('record');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    if (!db.objectStoreNames.contains('${store}')) { db.close(); resolve([]); return; }
    const all = db.transaction('${store}').objectStore('${store}').getAll();
    all.onsuccess = () => { db.close(); resolve(JSON.parse(JSON.stringify(all.result))); };
  };
})`;
