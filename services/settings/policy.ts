import browser from 'webextension-polyfill';
import { noPolicy, type Policy, type PolicyReading, readPolicy } from '../../core/policy/read-policy';

/** What the organisation set; nothing where there is none. Firefox refuses to read managed storage where nobody set any. */
export async function readManaged(): Promise<PolicyReading> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch {
    return { policy: noPolicy, ignored: [] };
  }
}

export const policyNow = async (): Promise<Policy> => (await readManaged()).policy;

/** Calls back when the organisation changed something, where the browser tells. */
export function onPolicy(callback: () => void): void {
  browser.storage.onChanged?.addListener((_changes, area) => {
    if (area === 'managed') callback();
  });
}
