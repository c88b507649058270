import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DayMet } from '../../../core/flow/count-exposure';
import type { RecorderState } from '../../../core/flow/flow-state';
import type { FlowSummary } from '../../../core/flow/summarize-flow';
import type { ChainFault } from '../../../core/log/chain';
import type { Checkpoint } from '../../../core/log/checkpoint';
import type { RowBlock } from './row-block';

/** A row that could not be read, as it was found. */
export interface RowAside {
  readonly n: number;
  readonly why: ChainFault;
  readonly row: unknown;
}

/** An export that was made: named to whoever has it when the participant withdraws. */
interface ExportMade {
  readonly export_id: string;
  readonly study: string;
  /** ISO time, device's clock. */
  readonly made: string;
  /** Place of the newest row, and how often something had been revised: of two exports they tell the later one. */
  readonly last_n: number;
  readonly revision: number;
  /** SHA-256 of its datapackage.json, and both signatures (raw, base64): the same record gives the same bytes again. */
  readonly sha256: string;
  readonly signatures: { readonly file: string; readonly hash: string };
}

/** What the participant keeps back from exports, without erasing it. */
export interface Withheld {
  /** Places of rows. */
  readonly rows: readonly number[];
  readonly flows: readonly string[];
}

/** The single records of a study's store. */
export interface LogState {
  readonly recorder: RecorderState;
  readonly head: { readonly n: number; readonly chain: string };
  /** Random hex that is in no export: the pseudonym is made from it. */
  readonly secret: string;
  readonly key: CryptoKeyPair;
  /** What the participant is called in the study, where they typed it. */
  readonly code: string;
  /** Rows whose content was erased so far. */
  readonly erased: number;
  readonly withheld: Withheld;
  /** How often something was erased, withheld or released: of two exports the later one has the higher one. */
  readonly revision: number;
  /** Fields that the whitelist refused, counted by `field why`. */
  readonly refused: Readonly<Record<string, number>>;
}

interface LogSchema extends DBSchema {
  blocks: { key: number; value: RowBlock; indexes: { flow: string } };
  flows: { key: string; value: FlowSummary; indexes: { started: number } };
  state: { key: string; value: LogState[keyof LogState] };
  checkpoints: { key: number; value: Checkpoint };
  aside: { key: number; value: RowAside };
  exports: { key: string; value: ExportMade };
  days: { key: string; value: DayMet };
}

export type LogDatabase = IDBPDatabase<LogSchema>;
const storeVersion = 1;

/** In front of each study's name. */
const prefix = 'record/';
/** Where versions before 0.2.0 kept all studies together; it is not read any more. */
export const oldStoreName = 'record';

/**
 * Each study has a store of its own, and with it a chain, a key and a pseudonym that no other has: what leaves the browser
 * for one study cannot be joined to what leaves it for another.
 */
export const storeOf = (study: string): string => `${prefix}${study}`;

/** The study that a store holds; null for a store that is none of a study. */
export const studyOf = (name: string): string | null =>
  name.startsWith(prefix) ? name.slice(prefix.length) : null;

/** Nothing is kept under this name: it never was, or was erased. */
export class NoStore extends Error {
  override readonly name = 'NoStore';
}

/** See `openStore`. Makes none: who only looks would leave one behind. @throws {NoStore} where there is none */
export const openKeptStore = (name: string, onClosed?: () => void): Promise<LogDatabase> =>
  open(name, onClosed, false);

/**
 * Opens a study's store, and makes it where there is none.
 *
 * @param name see `storeOf`
 * @param onClosed told when another page needed the store closed: it must be opened anew
 */
export const openStore = (name: string, onClosed?: () => void): Promise<LogDatabase> =>
  open(name, onClosed, true);

async function open(name: string, onClosed = () => {}, mayMake: boolean): Promise<LogDatabase> {
  let isNone = false;
  const opening = openDB<LogSchema>(name, storeVersion, {
    upgrade(db, before, _version, tx) {
      isNone = before === 0 && !mayMake;
      // The browser keeps nothing of a store whose making is aborted.
      if (isNone) {
        tx.done.catch(() => undefined);
        return tx.abort();
      }
      db.createObjectStore('state');
      db.createObjectStore('flows', { keyPath: 'flow_id' }).createIndex('started', 'started');
      db.createObjectStore('checkpoints', { keyPath: 'n' });
      db.createObjectStore('aside', { keyPath: 'n' });
      db.createObjectStore('blocks', { keyPath: 'n' }).createIndex('flow', 'flows', { multiEntry: true });
      db.createObjectStore('exports', { keyPath: 'export_id' });
      db.createObjectStore('days', { keyPath: 'date' });
    },
    // Another page wants a newer version, or the store gone: let it, rather than hold it up.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
  });
  return opening.catch((cause) => {
    throw isNone ? new NoStore(name) : cause;
  });
}

/** A single record of the store; undefined where it was never written. */
export const readState = <K extends keyof LogState>(
  db: LogDatabase,
  key: K,
): Promise<LogState[K] | undefined> => db.get('state', key) as Promise<LogState[K] | undefined>;
