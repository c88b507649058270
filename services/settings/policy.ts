import type { Policy, PolicyReading } from '../../core/policy/read-policy';
import { keptSettings } from './kept-settings';

/** What the organisation set; nothing where there is none. */
export const readManaged = async (): Promise<PolicyReading> => (await keptSettings()).managed;

export const policyNow = async (): Promise<Policy> => (await readManaged()).policy;
