import { readUrl } from '../address/read-url';
import type { Page } from '../page/page';
import { parseJson } from '../page/parse-json';
import { itemIdIn } from '../page/read-item';
import type { SignalRules } from '../page/signal-rules';
import type { HostRules } from '../rulebook/rulebook';
import { learnKeys } from './keys';
import { MadeIds } from './made-ids';
import { redactAddress } from './redact-address';
import { type Redaction, redaction, redactValue } from './redact-value';

/**
 * A page in the same structure with nothing personal in it: ids are replaced alike in its address and its states.
 * A redacted page redacted again is the same: so a file can be checked.
 */
export function redactPage(page: Page, signals: SignalRules, hosts: HostRules): Page {
  const states = Object.entries(page.states ?? {}).filter(
    ([, text]) => text.length <= signals.limits.stateCharacters,
  );
  const keys = learnKeys(
    states.map(([, text]) => text),
    page.address,
    signals,
    hosts,
  );
  const work = redaction(keys, new MadeIds(), signals, hosts);
  // The address first: its id is the one that must be the same everywhere.
  const address = redactAddress(page.address, work.ids, hosts) ?? '';
  const url = readUrl(page.address);
  const itemId = url === null ? null : itemIdIn(url.pathname, signals);
  return {
    address,
    states:
      page.states === null
        ? null
        : Object.fromEntries(states.map(([id, text]) => [id, redactState(text, id, itemId, work)])),
    marks: page.marks,
    drawnLink: page.drawnLink === null ? null : redactAddress(page.drawnLink, work.ids, hosts),
    status: page.status,
    // A look is a word of ours; a sight holds the page's.
    sight: typeof page.sight === 'string' ? page.sight : null,
  };
}

function redactState(text: string, id: string, itemId: string | null, work: Redaction): string {
  const value = parseJson(text);
  return value === undefined
    ? brokenState(text, id, itemId, work)
    : JSON.stringify(redactValue(value, '', work));
}

/** Stands for a state that is no JSON: it holds what the rules look for in its text, and nothing else. */
function brokenState(text: string, id: string, itemId: string | null, { signals, ids }: Redaction): string {
  const { itemText, scopeTexts } = signals.item;
  const seen = [itemText, ...scopeTexts].filter((wanted) => text.includes(wanted));
  if (itemId !== null && text.includes(`"${itemId}"`)) seen.push(`"${ids.of(itemId)}"`);
  for (const { state, pattern } of signals.textSignals) {
    const [found] = state === id ? (new RegExp(pattern).exec(text) ?? []) : [];
    if (found !== undefined) seen.push(found.replace(/\s+/g, ' '));
  }
  return `{ cut off ${seen.join(' ')}${text.trimEnd().endsWith('}') ? ' }' : ''}`;
}
