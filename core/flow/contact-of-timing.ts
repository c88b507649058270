import type { HostRules } from '../rulebook/rulebook';
import type { Contact } from './flow-state';
import { recordedHost } from './recorded-host';

/** The contact that entries of a page's own timing list are, which tells neither method nor outcome. */
export function contactOfTiming(
  { host, type, count }: { readonly host: string; readonly type: string; readonly count: number },
  rules: HostRules,
): Contact | null {
  const recorded = recordedHost(host, rules);
  if (recorded === null) return null;
  return {
    ...recorded,
    type,
    count,
    source: 'resource-timing',
    method: null,
    outcome: null,
    initiator: null,
  };
}
