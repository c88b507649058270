import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { compareVersions } from '../../core/pack/compare-versions';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { rulebookSchema } from '../../core/rulebook/schema';

const key = 'rulebook_pack';

/** A pack that was taken in: checked then, by the version of the extension that is named. */
export interface TakenPack {
  /** JSON text of the rulebook. */
  readonly rulebook: string;
  /** Fingerprint of the key that signed it. */
  readonly fingerprint: string;
  /** Version of the extension that checked it: another one may ask for more, and goes back to its own rules. */
  readonly checkedBy: string;
}

let inUse: Rulebook = builtInRulebook;
let signedBy: string | null = null;
let isDamaged = false;
let loaded: Promise<void> | null = null;

/** The rulebook to judge and explain by. Built in, until `loadRules` has found another. */
export const rules = (): Rulebook => inUse;

/** Fingerprint of the key that signed the rules in use; null for the built-in ones. */
export const rulesSignedBy = (): string | null => signedBy;

/** Whether a pack is kept that cannot be read any more: then the built-in rules are in use. */
export const isPackDamaged = (): boolean => isDamaged;

const listeners: (() => void)[] = [];

/**
 * Reads once which rules are in use, and follows from then on; to be awaited before anything is judged or shown.
 * Never throws.
 */
export function loadRules(): Promise<void> {
  if (loaded === null) {
    loaded = readRules();
    browser.storage.onChanged.addListener((changes, area) => {
      if (area !== 'local' || !Object.hasOwn(changes, key)) return;
      loaded = readRules();
      void loaded.then(() => {
        for (const listener of listeners) listener();
      });
    });
  }
  return loaded;
}

async function readRules(): Promise<void> {
  isDamaged = false;
  const pack = await takenPack().catch(() => {
    isDamaged = true;
    return null;
  });
  inUse = pack?.rulebook ?? builtInRulebook;
  signedBy = pack?.fingerprint ?? null;
}

/**
 * The pack in use; null when there is none, or when this version's own rules are as new. It was checked when it was
 * taken in: its shape is checked once more, as a disk may damage what lies on it.
 *
 * @throws where it is not whole any more
 */
async function takenPack(): Promise<{ rulebook: Rulebook; fingerprint: string } | null> {
  const { [key]: kept } = (await browser.storage.local.get(key)) as { [key]?: TakenPack };
  if (kept === undefined || kept.checkedBy !== browser.runtime.getManifest().version) return null;
  const rulebook = v.parse(rulebookSchema, JSON.parse(kept.rulebook)) as Rulebook;
  if (compareVersions(rulebook.about.version, builtInRulebook.about.version) <= 0) return null;
  return { rulebook, fingerprint: kept.fingerprint };
}

/** Uses a pack that `readPack` accepted, in every part of the extension. */
export const takePack = ({
  rulebook,
  fingerprint,
}: {
  rulebook: Rulebook;
  fingerprint: string;
}): Promise<void> =>
  browser.storage.local.set({
    [key]: {
      rulebook: JSON.stringify(rulebook),
      fingerprint,
      checkedBy: browser.runtime.getManifest().version,
    } satisfies TakenPack,
  });

/** Back to the rules that this version brought. */
export const dropPack = (): Promise<void> => browser.storage.local.remove(key);

/** Calls back when other rules are in use, once they can be had from `rules`. */
export const onRules = (listener: () => void): void => void listeners.push(listener);
