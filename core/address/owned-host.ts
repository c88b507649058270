import type { HostRules } from '../rulebook/rulebook';
import { isUnder } from './is-under';

/** Whose a host is that is no place to buy, and what it is for. */
export interface Owner {
  readonly name: 'tiktok' | 'bytedance' | 'tokopedia';
  readonly role: 'share-link' | 'safety-page' | 'delivery' | 'telemetry' | 'other';
}

/** The entry of `owned` in rulebook/hosts.json that a host falls under; null where there is none. */
export function ownedHost(hostname: string, { owned }: HostRules): HostRules['owned'][number] | null {
  const name = hostname.replace(/\.$/, '');
  return owned.find(({ domain }) => isUnder(name, domain)) ?? null;
}
