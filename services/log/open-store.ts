import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecorderState } from '../../core/flow/flow-state';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import type { ChainFault } from '../../core/log/chain';
import { intoBlocks, type OldTransaction } from './into-blocks';
import type { RowBlock } from './row-block';

/** A row that could not be read, as it was found. */
export interface RowAside {
  readonly n: number;
  readonly why: ChainFault;
  readonly row: unknown;
}

/** A signed head of the chain: shows later that the tail was cut. */
export interface Checkpoint {
  readonly n: number;
  readonly chain: string;
  /** ISO time, device's clock. */
  readonly created: string;
  readonly key_fpr: string;
  /** raw r‖s, base64, ECDSA P-384 with SHA-256 over `<n> <chain> <created>`. */
  readonly sig: string;
}

/** The single records of the store. */
export interface LogState {
  readonly recorder: RecorderState;
  readonly head: { readonly n: number; readonly chain: string };
  /** Random hex that never leaves the browser: pseudonyms are made from it. */
  readonly secret: string;
  readonly key: CryptoKeyPair;
  /** Fields that the whitelist refused, counted by `field why`. */
  readonly refused: Readonly<Record<string, number>>;
}

interface LogSchema extends DBSchema {
  blocks: { key: number; value: RowBlock; indexes: { flow: string } };
  flows: { key: string; value: FlowSummary; indexes: { started: number } };
  state: { key: string; value: LogState[keyof LogState] };
  checkpoints: { key: number; value: Checkpoint };
  aside: { key: number; value: RowAside };
}

export type LogDatabase = IDBPDatabase<LogSchema>;
export const storeName = 'record';
/** 1: rows and state. 2: flows, checkpoints, rows put aside. 3: rows in blocks. */
export const storeVersion = 3;

/** Opens the record's store; an older one is brought up to date and keeps its rows. */
export const openStore = (name = storeName): Promise<LogDatabase> =>
  openDB<LogSchema>(name, storeVersion, {
    async upgrade(db, oldVersion, _newVersion, tx) {
      if (oldVersion < 1) db.createObjectStore('state');
      if (oldVersion < 2) {
        db.createObjectStore('flows', { keyPath: 'flow_id' }).createIndex('started', 'started');
        db.createObjectStore('checkpoints', { keyPath: 'n' });
        db.createObjectStore('aside', { keyPath: 'n' });
      }
      db.createObjectStore('blocks', { keyPath: 'n' }).createIndex('flow', 'flows', { multiEntry: true });
      if (oldVersion >= 1) await intoBlocks(tx as unknown as OldTransaction, oldVersion < 2);
    },
    // Another page wants a newer version: let it, rather than hold it up.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** A single record of the store; undefined where it was never written. */
export const readState = <K extends keyof LogState>(
  db: LogDatabase,
  key: K,
): Promise<LogState[K] | undefined> => db.get('state', key) as Promise<LogState[K] | undefined>;
