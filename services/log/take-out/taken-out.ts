import { type LogDatabase, readState } from '../store/open-store';
import { readRevision } from '../store/revision';
import { readWithheld } from './withhold';

/** What the participant has taken out of exports so far: what was made while it changed is made anew. */
export const readTakenOut = async (db: LogDatabase) => ({
  withheld: await readWithheld(db),
  erased: (await readState(db, 'erased')) ?? 0,
  revision: await readRevision(db),
});
