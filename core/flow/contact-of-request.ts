import { readUrl } from '../address/read-url';
import type { HostRules } from '../rulebook/rulebook';
import type { Contact } from './flow-state';
import { recordedHost, recordedPageHost } from './recorded-host';

/** One request, or one hop of a redirected one, as the browser's request log tells it. */
export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  /** The browser's ResourceType. */
  readonly type: string;
  /** Null where no answer came, or none that the browser shows. */
  readonly status: number | null;
  /** The browser's own code; null where an answer came. */
  readonly error: string | null;
  /** Address, or origin, of the page or frame that started it; null where a person did. */
  readonly startedBy: string | null;
}

/** A page may invent a method; a word that is not one of these is not repeated. */
const knownMethods = new Set('GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT'.split(' '));

/** Codes by which Chromium and Firefox say that a host gave no answer. Any other code leaves that open. */
const noAnswer =
  /^(?:net::ERR_(?:NAME|DNS|ADDRESS|CONNECTION|SOCKET|NETWORK|INTERNET|SSL|CERT|BAD_SSL|PROXY|TUNNEL|EMPTY_RESPONSE|TIMED_OUT)|NS_ERROR_(?:UNKNOWN_HOST|UNKNOWN_PROXY_HOST|CONNECTION_REFUSED|PROXY|OFFLINE|NET))/;
/** Codes of requests that were stopped before they left the browser: no contact. */
const neverSent = /^net::ERR_(?:BLOCKED_BY_(?:CLIENT|ADMINISTRATOR|CSP)|UNSAFE_PORT|CACHE_MISS)$/;

/** The contact that a request is, stripped to names of hosts; null where there was none, or its host has no name. */
export function contactOfRequest(seen: SeenRequest, rules: HostRules): Contact | null {
  if (seen.error !== null && neverSent.test(seen.error)) return null;
  const url = readUrl(seen.url);
  const recorded = url === null ? null : recordedHost(url.hostname, rules);
  if (recorded === null) return null;
  return {
    ...recorded,
    type: seen.type,
    count: 1,
    source: 'web-request',
    method: recordedMethod(seen.method),
    outcome:
      seen.error === null ? outcomeOfStatus(seen.status) : noAnswer.test(seen.error) ? 'failed' : 'unknown',
    initiator: initiatorHost(seen.startedBy ?? '', rules),
  };
}

/** The host of what started a request, as it may be kept; null where the address is none. */
export function initiatorHost(address: string, rules: HostRules): string | null {
  const url = readUrl(address);
  return url === null ? null : recordedPageHost(url.hostname, rules);
}

/** A request's method, where it is one that HTTP names. */
export function recordedMethod(method: string): string | null {
  const word = method.toUpperCase();
  return knownMethods.has(word) ? word : null;
}

/** What an HTTP status says; 0 or less means that no answer came. */
export function outcomeOfStatus(status: number | null): Contact['outcome'] {
  if (status === null || status >= 600) return 'unknown';
  if (status <= 0) return 'failed';
  return status < 400 ? 'ok' : 'refused';
}

/** What makes two contacts the same row. */
export const contactKey = ({ source, host, type, method, outcome, initiator }: Contact): string =>
  JSON.stringify([source, host, type, method, outcome, initiator]);
