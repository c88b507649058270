import browser from 'webextension-polyfill';
import type { Known } from '../../../core/bundle/verify/verify';
import { nowAsIso } from '../../browser/clock';
import { rules } from '../../rulebook/rules-in-use';

/** What the extension itself knows when it checks a bundle: the time, the rules in use, its own version. */
export const knownHere = (more: Known = {}): Known => ({
  now: nowAsIso(),
  writer: { rulebook: rules(), version: browser.runtime.getManifest().version },
  ...more,
});
