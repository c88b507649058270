import browser from 'webextension-polyfill';
import { noPolicy, type PolicyReading, readPolicy } from '../../core/policy/read-policy';

/** What the person chose, as it is stored: whoever uses it checks it. */
export interface Chosen {
  readonly language?: unknown;
  readonly note?: unknown;
  readonly recording?: unknown;
}
interface KeptSettings {
  readonly chosen: Chosen;
  readonly managed: PolicyReading;
}

const fields = ['language', 'note', 'recording'] as const;

/** Read once in each part of the extension; every change in any part comes as an event. */
let kept: Promise<KeptSettings> | null = null;

/** What the person and the organisation set. @throws where the browser's storage cannot be read */
export function keptSettings(): Promise<KeptSettings> {
  if (kept !== null) return kept;
  // Heard from before the reading on: what is changed meanwhile comes after it.
  listen();
  kept = Promise.all([browser.storage.local.get([...fields]), readManaged()]).then(([chosen, managed]) => ({
    chosen,
    managed,
  }));
  kept.catch(forget);
  return kept;
}

/** Stores what was chosen; from then on it is what this part reads, before the browser tells of it too. */
export async function choose(chosen: Chosen): Promise<void> {
  await browser.storage.local.set({ ...chosen });
  keep(chosen);
}

/** To be called where the storage was emptied. */
export function forget(): void {
  kept = null;
}

type Change = Readonly<{ oldValue?: unknown; newValue?: unknown }>;
type Changes = Readonly<Partial<Record<keyof Chosen, Change>>>;
const ofChosen: ((changes: Changes) => void)[] = [];
const ofManaged: (() => void)[] = [];

/** Calls back when something was chosen, in whichever part of the extension; what is read then is that already. */
export function onChosen(callback: (changes: Changes) => void): void {
  listen();
  ofChosen.push(callback);
}

/** Calls back when the organisation changed something, where the browser tells. */
export function onManaged(callback: () => void): void {
  listen();
  ofManaged.push(callback);
}

let isListening = false;
function listen(): void {
  if (isListening) return;
  isListening = true;
  browser.storage.local.onChanged.addListener((changes: Changes) => {
    const changed = fields.filter((field) => changes[field] !== undefined);
    if (changed.length === 0) return;
    keep(Object.fromEntries(changed.map((field) => [field, changes[field]?.newValue])));
    for (const callback of ofChosen) callback(changes);
  });
  browser.storage.onChanged?.addListener((_changes, area) => {
    if (area !== 'managed') return;
    // It is seldom, and its fields lie apart in the change.
    forget();
    for (const callback of ofManaged) callback();
  });
}

function keep(chosen: Chosen): void {
  kept = kept?.then((now) => ({ ...now, chosen: { ...now.chosen, ...chosen } })) ?? null;
  kept?.catch(forget);
}

/** Nothing where there is no organisation. Firefox refuses to read managed storage where nobody set any. */
async function readManaged(): Promise<PolicyReading> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch {
    return { policy: noPolicy, ignored: [] };
  }
}
