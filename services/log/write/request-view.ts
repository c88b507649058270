import browser from 'webextension-polyfill';
import { builtInRulebook } from '../../../core/rulebook/built-in';

/** Whose requests the browser shows us, by the person's optional permission: nobody's, the rulebook's domains', everybody's. */
export type RequestView = 'off' | 'known' | 'all';
type AskedView = Exclude<RequestView, 'off'>;

const everywhere = 'https://*/*';
const knownOrigins = builtInRulebook.hosts.domains.map(({ domain }) => `https://*.${domain}/*`);
const originsOf: Record<AskedView, string[]> = { known: knownOrigins, all: [everywhere] };

async function read(): Promise<RequestView> {
  if (!(await browser.permissions.contains({ permissions: ['webRequest'] }))) return 'off';
  const has = (origin: string) =>
    browser.permissions.contains({ permissions: ['webRequest'], origins: [origin] });
  if (await has(everywhere)) return 'all';
  // A later rulebook may know more domains than were granted: what was granted still counts.
  return (await Promise.all(knownOrigins.map(has))).includes(true) ? 'known' : 'off';
}

/** Asks the person. To be called in the press itself, before any wait: the browser shows its question only then. */
const ask = (view: AskedView): Promise<boolean> =>
  browser.permissions.request({ permissions: ['webRequest'], origins: originsOf[view] });

/** Gives back all that was granted beyond what the manifest requires. */
async function giveBack(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const required = browser.runtime.getManifest().host_permissions ?? [];
  await browser.permissions.remove({
    permissions: ['webRequest'],
    origins: origins.filter((origin) => !required.includes(origin)),
  });
}

const reported = 'requestsReported';

/** Whether the browser has reported a request since it was started: Chromium begins only after a restart. */
async function hasReported(): Promise<boolean> {
  return (await browser.storage.session.get(reported))[reported] === true;
}

const saveReported = (has: boolean): Promise<void> =>
  has ? browser.storage.session.set({ [reported]: true }) : browser.storage.session.remove(reported);

/** Calls back when the permission was given or taken, here or in the browser's own settings, and at the first report. */
function onChange(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  browser.storage.session.onChanged.addListener((changes) => {
    if (reported in changes) callback();
  });
}

/** The optional permission to see requests: what stands, and how it is asked for and given back. */
export const requestView = { read, ask, giveBack, hasReported, saveReported, onChange };
