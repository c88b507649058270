import type { Kind } from '../address/find-surface';
import type { Reading } from '../page/page';
import type { PageRule, Rulebook } from '../rulebook/rulebook';

/** The kind that a page's own route name tells, on hosts whose later steps nobody has captured; null elsewhere. */
export function routeKind(rule: PageRule | null, reading: Reading, rulebook: Rulebook): Kind | null {
  if (!rule?.routes) return null;
  const route = reading.texts.find(({ signal }) => signal === 'shop-route')?.values[0] ?? '';
  const kinds = rulebook.signals.routeKinds;
  return Object.hasOwn(kinds, route) ? (kinds[route] ?? null) : null;
}
