import browser from 'webextension-polyfill';
import type { Contact, Observation, RecorderState } from '../../../core/flow/flow-state';
import { observePage, pageKeyOf } from '../../../core/flow/observe-page';
import type { Reading } from '../../../core/page/page';
import type { Verdict } from '../../../core/verdict/verdict';
import { nowAsIso } from '../../browser/clock';
import { rules } from '../../rulebook/rules-in-use';
import { readRecording, saveRecording } from '../../settings/recording';
import { makeCheckpoint, readSecret } from '../store/identity';
import { type LogDatabase, NoStore, openKeptStore, openStore, readState, storeOf } from '../store/open-store';
import { append } from './append';
import { surroundingsFor } from './surroundings';
import { tellWritten } from './written';

const checkpointEvery = 24 * 60 * 60_000;

interface Opened {
  readonly study: string;
  readonly db: Promise<LogDatabase>;
}
let opened: Opened | null = null;

/** The store of a study: one at a time is held open. @throws {NoStore} where there is none, and none may be made */
function database(study: string, mayMake: boolean): Promise<LogDatabase> {
  if (opened?.study === study) return opened.db;
  void opened?.db.then((db) => db.close()).catch(() => undefined);
  const forget = (): void => {
    if (opened === fresh) opened = null;
  };
  const open = mayMake ? openStore : openKeptStore;
  const fresh: Opened = { study, db: open(storeOf(study), forget) };
  fresh.db.catch(forget);
  opened = fresh;
  return fresh.db;
}
/** Observations are written in the order they were made. */
let queue: Promise<unknown> = Promise.resolve();

/** Milliseconds since 1970, by the one clock of the product. */
export const now = (): number => Date.parse(nowAsIso());

/** What was seen, where it is told by names that only the study's secret makes. */
interface SeenInSecret {
  readonly ts: number;
  readonly told: (secret: string) => Observation;
}
type Seen = Observation | SeenInSecret;

/** Writes an observation if recording is on. A full disk stops recording, says so, and keeps what was stored. */
export function record(seen: Seen): Promise<void> {
  const written = queue.then(() => write(seen));
  queue = written.catch(() => undefined);
  return written;
}

async function write(seen: Seen): Promise<void> {
  const { on, ...recording } = await readRecording();
  // Switching off is the one thing that is still written after it, where the record was not erased with it.
  if (!on && !isStop(seen)) return;
  try {
    await writeInto(seen, recording.study, on).catch((cause) => {
      // A participant who withdraws has the store closed under us: what comes after belongs into the new one.
      if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
      opened = null;
      return writeInto(seen, recording.study, on);
    });
  } catch (cause) {
    if (cause instanceof NoStore) return;
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    opened = null;
    await saveRecording({ ...recording, on: false, since: null, stopped: isFull ? 'full' : 'failed' });
    throw cause;
  }
}

const isStop = (seen: Seen): boolean => 'what' in seen && seen.what === 'stopped';

async function writeInto(seen: Seen, study: string, mayMake: boolean): Promise<void> {
  // An organisation may have named another study: what is open in the one before ends there.
  if (opened !== null && opened.study !== study && !isStop(seen))
    await writeInto({ what: 'stopped', ts: seen.ts }, opened.study, false);
  const db = await database(study, mayMake);
  const observation = 'told' in seen ? seen.told(await readSecret(db)) : seen;
  await append(db, [observation], await surroundingsFor(study, db));
  tellWritten();
  await checkpointIfDue(db);
}

/**
 * Does work once all that was observed so far is written, and before anything that is observed later. No store is held
 * open meanwhile: the work may delete them.
 */
export function afterRecording<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(async () => {
    const before = opened;
    opened = null;
    await before?.db.then((db) => db.close()).catch(() => undefined);
    return work();
  });
  queue = done.catch(() => undefined);
  return done;
}

/** A judged page, in a tab that is not private. */
export async function recordPage(tabId: number, reading: Reading, verdict: Verdict): Promise<void> {
  if (!(await readRecording()).on) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null || tab.incognito) return;
  const page = { tabId, openerTabId: tab.openerTabId ?? null, ts: now(), reading, verdict };
  await record({ ts: page.ts, told: (secret) => observePage(page, rules().hosts, secret) });
}

/** Hosts that a tab's page contacted; kept where the tab is in an open flow. */
export const recordContacts = (tabId: number, contacts: readonly Contact[]): Promise<void> =>
  record({ what: 'hosts', tabId, ts: now(), contacts });

/** A capture of a tab's page, at the address that it had then. */
export async function recordCapture(
  flowId: string,
  {
    captureId,
    tabId,
    address,
  }: { readonly captureId: string; readonly tabId: number; readonly address: string },
): Promise<void> {
  const ts = now();
  const told = (secret: string): Observation => {
    return { what: 'capture', flowId, captureId, tabId, pageKey: pageKeyOf(address, secret), ts };
  };
  await record({ ts, told });
}

/** The tabs of open flows, for reading again after a restart. */
export async function tabsOfOpenFlows(): Promise<number[]> {
  return (await openFlows()).flatMap(({ tabs }) => Object.keys(tabs).map(Number));
}

/** The open flow that a tab is in; null where nothing is recorded now, or the tab is in none. */
export async function flowOfTab(tabId: number): Promise<string | null> {
  return (await openFlows()).find(({ tabs }) => String(tabId) in tabs)?.flow_id ?? null;
}

async function openFlows(): Promise<RecorderState['flows']> {
  const { on, study } = await readRecording();
  if (!on) return [];
  try {
    return (await readState(await database(study, false), 'recorder'))?.flows ?? [];
  } catch (cause) {
    if (cause instanceof NoStore) return [];
    throw cause;
  }
}

async function checkpointIfDue(db: LogDatabase): Promise<void> {
  const cursor = await db.transaction('checkpoints').store.openCursor(null, 'prev');
  const last = cursor ? Date.parse(cursor.value.created) : 0;
  // A last one that lies in the future was made by a clock that has been set back since.
  if (Math.abs(now() - last) > checkpointEvery) await makeCheckpoint(db, nowAsIso());
}
