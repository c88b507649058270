import browser from 'webextension-polyfill';
import type { Contact, Observation } from '../../core/flow/flow-state';
import { observePage, pageKeyOf } from '../../core/flow/observe-page';
import type { Reading } from '../../core/page/page';
import type { Verdict } from '../../core/verdict/verdict';
import { nowAsIso } from '../clock';
import { hasStore } from '../has-store';
import { readRecording, saveRecording } from '../recording';
import { rules } from '../rulebook/rules-in-use';
import { append } from './append';
import { makeCheckpoint, readSecret } from './identity';
import { type LogDatabase, openStore, readState, storeOf } from './open-store';
import { surroundingsFor } from './surroundings';

const checkpointEvery = 24 * 60 * 60_000;

interface Opened {
  readonly study: string;
  readonly db: Promise<LogDatabase>;
}
let opened: Opened | null = null;

/** The store of a study: one at a time is held open. */
function database(study: string): Promise<LogDatabase> {
  if (opened?.study === study) return opened.db;
  void opened?.db.then((db) => db.close()).catch(() => undefined);
  const forget = (): void => {
    if (opened === fresh) opened = null;
  };
  const fresh: Opened = { study, db: openStore(storeOf(study), forget) };
  fresh.db.catch(forget);
  opened = fresh;
  return fresh.db;
}
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
  const isWanted = async (): Promise<boolean> =>
    observation.what === 'stopped' && (await hasStore(storeOf(recording.study)));
  if (!recording.on && !(await isWanted())) return;
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
  // An organisation may have named another study: what is open in the one before ends there.
  if (opened !== null && opened.study !== study && observation.what !== 'stopped')
    await writeInto({ what: 'stopped', ts: observation.ts }, opened.study);
  const db = await database(study);
  await append(db, [observation], await surroundingsFor(study, db));
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
  const { on, study } = await readRecording();
  if (!on) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null || tab.incognito) return;
  const secret = await readSecret(await database(study));
  const page = { tabId, openerTabId: tab.openerTabId ?? null, ts: now(), reading, verdict };
  await record(observePage(page, rules().hosts, secret));
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
  const { study } = await readRecording();
  const pageKey = pageKeyOf(address, await readSecret(await database(study)));
  await record({ what: 'capture', flowId, captureId, tabId, pageKey, ts: now() });
}

/** The tabs of open flows, for reading again after a restart. */
export async function tabsOfOpenFlows(): Promise<number[]> {
  const recorder = await readState(await database((await readRecording()).study), 'recorder');
  return recorder?.flows.flatMap(({ tabs }) => Object.keys(tabs).map(Number)) ?? [];
}

/** The open flow that a tab is in; null where nothing is recorded now, or the tab is in none. */
export async function flowOfTab(tabId: number): Promise<string | null> {
  const { on, study } = await readRecording();
  if (!on) return null;
  const recorder = await readState(await database(study), 'recorder');
  return recorder?.flows.find(({ tabs }) => String(tabId) in tabs)?.flow_id ?? null;
}

async function checkpointIfDue(db: LogDatabase): Promise<void> {
  const cursor = await db.transaction('checkpoints').store.openCursor(null, 'prev');
  const last = cursor ? Date.parse(cursor.value.created) : 0;
  // A last one that lies in the future was made by a clock that has been set back since.
  if (Math.abs(now() - last) > checkpointEvery) await makeCheckpoint(db, nowAsIso());
}
