import { type LogDatabase, NoStore, openKeptStore, storeOf } from '../../services/log/store/open-store';

/** The store of the study that the page shows: one at a time is held open. */
export class ShownStudy {
  private open: { readonly study: string; readonly db: LogDatabase } | null = null;

  /** The study's store; null where nothing is kept for it. */
  async show(study: string): Promise<LogDatabase | null> {
    if (this.open?.study === study) return this.open.db;
    this.close();
    // Whoever deletes it comes back to a page that asks anew.
    const onClosed = (): void => {
      if (this.open?.study === study) this.open = null;
    };
    const db = await openKeptStore(storeOf(study), onClosed).catch((cause) => {
      if (cause instanceof NoStore) return null;
      throw cause;
    });
    if (db !== null) this.open = { study, db };
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
