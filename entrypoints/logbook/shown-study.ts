import { hasStore } from '../../services/has-store';
import { type LogDatabase, openStore, storeOf } from '../../services/log/open-store';

/** The store of the study that the page shows: one at a time is held open. */
export class ShownStudy {
  private open: { readonly study: string; readonly db: LogDatabase } | null = null;

  /** The study's store; null where nothing was kept for it yet: opening it to look would make it. */
  async show(study: string): Promise<LogDatabase | null> {
    if (this.open?.study === study) return this.open.db;
    this.close();
    if (!(await hasStore(storeOf(study)))) return null;
    const db = await openStore(storeOf(study), () => {
      // Whoever deletes it comes back to a page that asks anew.
      if (this.open?.db === db) this.open = null;
    });
    this.open = { study, db };
    return db;
  }

  /** The store that is shown now. @throws Error where none is */
  get db(): LogDatabase {
    if (this.open === null) throw new Error('no study is shown');
    return this.open.db;
  }

  /** The name of the study that is shown. @throws Error where none is */
  get study(): string {
    if (this.open === null) throw new Error('no study is shown');
    return this.open.study;
  }

  /** To be opened anew at the next look. */
  close(): void {
    this.open?.db.close();
    this.open = null;
  }
}
