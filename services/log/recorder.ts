import browser from 'webextension-polyfill';
import type { Contact, Observation } from '../../core/flow/flow-state';
import { observePage } from '../../core/flow/observe-page';
import type { Reading } from '../../core/page/page';
import type { Verdict } from '../../core/verdict/verdict';
import { nowAsIso } from '../clock';
import { hasStore } from '../has-store';
import { readRecording, saveRecording } from '../recording';
import { rules } from '../rulebook/rules-in-use';
import { append } from './append';
import { makeCheckpoint, readSecret } from './identity';
import { type LogDatabase, openStore, readState, storeName } from './open-store';
import { surroundingsFor } from './surroundings';

const checkpointEvery = 24 * 60 * 60_000;

let opened: Promise<LogDatabase> | null = null;
const database = (): Promise<LogDatabase> => {
  opened ??= openStore(storeName, () => {
    opened = null;
  });
  return opened;
};
/** Observations are written in the order they were made. */
let queue: Promise<unknown> = Promise.resolve();

/** Milliseconds since 1970, by the one clock of the product. */
export const now = (): number => Date.parse(nowAsIso());

/** Writes an observation if recording is on. A full disk stops recording, says so, and keeps what was stored. */
export function record(observation: Observation): Promise<void> {
  const written = queue.then(() => write(observation));
  queue = written.catch(() => undefined);
  return written;
}

async function write(observation: Observation): Promise<void> {
  const recording = await readRecording();
  // Switching off is the one thing that is still written after it, where the record was not erased with it.
  if (!recording.on && (observation.what !== 'stopped' || !(await hasStore(storeName)))) return;
  try {
    await writeInto(observation, recording.study).catch((cause) => {
      // A participant who withdraws has the store closed under us: what comes after belongs into the new one.
      if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
      opened = null;
      return writeInto(observation, recording.study);
    });
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    opened = null;
    await saveRecording({ ...recording, on: false, since: null, stopped: isFull ? 'full' : 'failed' });
    throw cause;
  }
}

async function writeInto(observation: Observation, study: string): Promise<void> {
  const db = await database();
  await append(db, [observation], await surroundingsFor(study, db));
  await checkpointIfDue(db);
}

/**
 * Does work on the store once all that was observed so far is written, and before anything that is observed later.
 *
 * @param work gets null where there is no store; it may close or delete the one there is
 */
export function afterRecording<T>(work: (db: LogDatabase | null) => Promise<T>): Promise<T> {
  const done = queue
    .then(async () => work((await hasStore(storeName)) ? await database() : null))
    .finally(() => {
      opened = null;
    });
  queue = done.catch(() => undefined);
  return done;
}

/** A judged page, in a tab that is not private. */
export async function recordPage(tabId: number, reading: Reading, verdict: Verdict): Promise<void> {
  if (!(await readRecording()).on) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null || tab.incognito) return;
  const secret = await readSecret(await database());
  const page = { tabId, openerTabId: tab.openerTabId ?? null, ts: now(), reading, verdict };
  await record(observePage(page, rules().hosts, secret));
}

/** Hosts that a tab's page contacted; kept where the tab is in an open flow. */
export const recordContacts = (tabId: number, contacts: readonly Contact[]): Promise<void> =>
  record({ what: 'hosts', tabId, ts: now(), contacts });

/** The tabs of open flows, for reading again after a restart. */
export async function tabsOfOpenFlows(): Promise<number[]> {
  const recorder = await readState(await database(), 'recorder');
  return recorder?.flows.flatMap(({ tabs }) => Object.keys(tabs).map(Number)) ?? [];
}

/** The open flow that a tab is in; null where nothing is recorded now, or the tab is in none. */
export async function flowOfTab(tabId: number): Promise<string | null> {
  if (!(await readRecording()).on) return null;
  const recorder = await readState(await database(), 'recorder');
  return recorder?.flows.find(({ tabs }) => String(tabId) in tabs)?.flow_id ?? null;
}

async function checkpointIfDue(db: LogDatabase): Promise<void> {
  const cursor = await db.transaction('checkpoints').store.openCursor(null, 'prev');
  const last = cursor ? Date.parse(cursor.value.created) : 0;
  // A last one that lies in the future was made by a clock that has been set back since.
  if (Math.abs(now() - last) > checkpointEvery) await makeCheckpoint(db, nowAsIso());
}
