import { initiatorHost, outcomeOfStatus, recordedMethod } from '../../core/flow/contact-of-request';
import type { Contact } from '../../core/flow/flow-state';
import { recordedHost } from '../../core/flow/recorded-host';
import type { HostRules } from '../../core/rulebook/rulebook';
import type { HarEntry } from './har-entry';

/** The words of browsers for what is asked for: any other word of a file is not repeated. */
const knownTypes = new Set(
  (
    'document iframe script stylesheet image font media xhr fetch websocket eventsource manifest ping beacon ' +
    'preflight prefetch texttrack webtransport csp-violation-report signed-exchange other'
  ).split(' '),
);

const typeOfDestination = new Map([
  ['document', 'document'],
  ['iframe', 'iframe'],
  ['frame', 'iframe'],
  ['script', 'script'],
  ['style', 'stylesheet'],
  ['image', 'image'],
  ['font', 'font'],
  ['audio', 'media'],
  ['video', 'media'],
  ['empty', 'xhr'],
]);
const typeOfMime: readonly (readonly [mime: RegExp, type: string])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'document'],
  [/(?:java|ecma)script$/, 'script'],
  [/^text\/css$/, 'stylesheet'],
  [/^image\//, 'image'],
  [/^font\/|font/, 'font'],
  [/^(?:audio|video)\//, 'media'],
  [/[/+]json$/, 'xhr'],
];

/** The contact that an entry is, stripped to names of hosts; null where the host has no name. */
export function contactOf(entry: HarEntry, rules: HostRules): Contact | null {
  const recorded = recordedHost(entry.url.hostname, rules);
  if (recorded === null) return null;
  return {
    ...recorded,
    type: typeOf(entry),
    count: 1,
    source: 'har',
    method: recordedMethod(entry.method),
    outcome: outcomeOfStatus(entry.status),
    initiator: initiatorHost(entry.initiator, rules),
  };
}

function typeOf({ resourceType, destination, mime, url }: HarEntry): string {
  const byDestination = typeOfDestination.get(destination);
  // Browsers call a frame's page a document too; it is not the page of the tab.
  if (resourceType === 'document' && byDestination === 'iframe') return 'iframe';
  if (resourceType !== '') return knownTypes.has(resourceType) ? resourceType : 'other';
  if (url.protocol.startsWith('ws')) return 'websocket';
  return byDestination ?? typeOfMime.find(([pattern]) => pattern.test(mime))?.[1] ?? 'other';
}
