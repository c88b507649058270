import { type PackAnswer, readPack } from '../../core/pack/read-pack';
import { builtInRulebook } from '../../core/rulebook/built-in';
import knownKeys from '../../rulebook/pack-keys.json';
import { nowAsIso } from '../browser/clock';

/** Reads a file as a pack against the rules of this version. */
export const readPackFile = async (file: File): Promise<PackAnswer> =>
  readPack(await file.text(), { ...builtInRulebook.about, today: nowAsIso().slice(0, 10) });

/** Whether a key is one of the maintainers', as this version knows them. */
export const isKnownKey = (fingerprint: string): boolean =>
  (knownKeys as readonly string[]).includes(fingerprint);
