import { parseJson } from '../page/parse-json';
import { itemFields, type SignalRules } from '../page/signal-rules';
import type { HostRules } from '../rulebook/rulebook';
import { replacedParts } from './redact-address';

/** Tells the site's own field names from keys that a person's data made: handles, ids, mail addresses. */
export interface Keys {
  /** A field that the rulebook itself names. */
  readonly isKnown: (key: string) => boolean;
  /** A key that may be somebody's: it is never written. */
  readonly isPersonal: (key: string) => boolean;
}

/** Values that are looked at, and the longest text that is compared with keys. */
const mostValues = 200_000;
const longestText = 120;
const longestKey = 60;

const fieldName = /^[A-Za-z_$][\w$-]*$/;
/** The site's names of page parts, such as `webapp.video-detail`, and of routes, such as `shop/pdp/(product_id)/page`. */
const partName = /^(?:webapp|seo)\.[\w.-]+$|^[\w/$]*\([\w/$()]+$/;
const manyDigits = /(?:\d\D*){4}/;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Learns from a page's states which keys may be personal: those that also stand in it, or in its address, as a text;
 * those with several digits; and those that no programmer would write.
 */
export function learnKeys(
  states: readonly string[],
  address: string,
  signals: SignalRules,
  hosts: HostRules,
): Keys {
  const known = knownKeys(signals);
  const { texts, isWhole } = textsIn(states);
  for (const part of replacedParts(address, hosts)) addText(part, texts);
  const isKnown = (key: string) => known.has(key);
  return {
    isKnown,
    isPersonal: (key) =>
      !isKnown(key) &&
      // Of a state too large to be looked through nothing is known but what the rulebook names.
      (!isWhole ||
        key.length > longestKey ||
        reserved.has(key) ||
        !(fieldName.test(key) || partName.test(key)) ||
        manyDigits.test(key) ||
        texts.has(key.toLowerCase())),
  };
}

function knownKeys(signals: SignalRules): ReadonlySet<string> {
  const { item, textSignals, pageStates } = signals;
  return new Set([
    // Also "id", which as a language's code is a text of most pages.
    ...itemFields(signals),
    ...item.wordKeys,
    ...item.shopKeys,
    ...pageStates.flatMap(({ states }) => states),
    ...[...item.scopeTexts, item.itemText, ...textSignals.map(({ pattern }) => pattern)].flatMap((text) =>
      [...text.matchAll(/"([\w.-]+)"/g)].map(([, name = '']) => name),
    ),
  ]);
}

function addText(text: string, texts: Set<string>): void {
  const plain = text.trim().replace(/^@/, '').toLowerCase();
  // "_" is what redacted addresses hold in the place of a name, and nobody's.
  if (plain !== '' && plain !== '_' && plain.length <= longestText) texts.add(plain);
}

/** Every short text in the states, also in JSON kept as text and in the paths of addresses. */
function textsIn(states: readonly string[]): { texts: Set<string>; isWhole: boolean } {
  const texts = new Set<string>();
  const waiting: unknown[] = states.map((text) => parseJson(text));
  let left = mostValues;
  for (; waiting.length > 0 && left > 0; left--) {
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) waiting.push(inner);
    } else if (typeof value === 'number') texts.add(String(value));
    else if (typeof value === 'string') {
      const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
      if (inner !== undefined) waiting.push(inner);
      else if (value.includes('/')) for (const part of value.split(/[/?#&=]/)) addText(part, texts);
      else addText(value, texts);
    }
  }
  return { texts, isWhole: left > 0 };
}
