import { deleteDB, openDB } from 'idb';

const store = 'filler';
/** Bytes a record: larger ones Chromium lays in files of their own, which push nothing out. */
const size = 60_000;
/**
 * 36 MB. Chromium's store begins a new file about every 4 MB, and drops what was deleted when it joins files whose keys
 * overlap: so each of these has keys from both ends. Firefox overwrites what it deletes.
 */
const records = 600;

/**
 * Pushes what was deleted from the browser's database out of its files, as far as an extension can: by writing and
 * deleting that much else. No guarantee: a disk may keep old blocks, and a backup has its own.
 */
export async function overwriteRemains(): Promise<void> {
  const db = await openDB(store, 1, {
    upgrade: (made) => void made.createObjectStore(store),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  try {
    for (let n = 0; n < records; n += 1) {
      const tx = db.transaction(store, 'readwrite', { durability: 'strict' });
      await tx.store.put(crypto.getRandomValues(new Uint8Array(size)), `${n % 2 === 0 ? 'a' : 'z'}${n}`);
      await tx.done;
    }
  } finally {
    db.close();
    await deleteDB(store);
  }
}
