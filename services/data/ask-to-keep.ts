/** What the browser answered when it was asked to keep what lies here, whatever its disk needs. */
export type Keeping = 'agreed' | 'refused' | 'did-not-say';

/** ms; a browser may ask its person first, or never answer (seen in Firefox). */
const patience = 3000;

/**
 * Asks the browser not to clear the record by itself. To be called in a page of ours: Chromium's worker has no such call.
 * Never rejects.
 *
 * @param storage and `limit` (ms) are for tests
 */
export async function askToKeep(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = navigator.storage,
  limit = patience,
): Promise<Keeping> {
  if (storage?.persist === undefined) return 'did-not-say';
  const asked = storage
    .persisted()
    .then((isKept) => isKept || storage.persist())
    .then((isKept): Keeping => (isKept ? 'agreed' : 'refused'))
    // A browser that fails at this has not said no.
    .catch((): Keeping => 'did-not-say');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Keeping>((done) => {
    timer = setTimeout(() => done('did-not-say'), limit);
  });
  return Promise.race([asked, silence]).finally(() => clearTimeout(timer));
}
