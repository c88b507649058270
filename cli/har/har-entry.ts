import * as v from 'valibot';
import { readUrl } from '../../core/address/read-url';
import { readMoment } from '../../core/calendar/read-moment';
import { entrySchema, type RawEntry } from './har-schema';

/** One request of a HAR file, cut down to what judging and counting need. */
export interface HarEntry {
  /** ms since 1970, UTC: when the request began. */
  readonly ts: number;
  /** As the file writes it; 0 where it writes none. */
  readonly tzOffsetMin: number;
  readonly url: URL;
  readonly method: string;
  /** Null where the file does not say. */
  readonly status: number | null;
  readonly isRedirect: boolean;
  /** Its `Accept` header, '' where the file has none. */
  readonly accept: string;
  /** Its `User-Agent`, '' where the file has none. */
  readonly userAgent: string;
  /** The HAR page it belongs to, '' for none. */
  readonly pageref: string;
  /** The browser's own word for what was asked for, '' for none. */
  readonly resourceType: string;
  /** `Sec-Fetch-Dest`: what the request was for, '' where the browser did not say. */
  readonly destination: string;
  /** Asked for ahead of need: nobody has seen it yet. */
  readonly isPrefetch: boolean;
  /** Without parameters, lower case. */
  readonly mime: string;
  /** Address of what started the request, '' where the file does not say. */
  readonly initiator: string;
  readonly content: RawEntry['response']['content'];
}

/** An entry as read; null for what has no readable time or address. */
export function readEntry(input: unknown): HarEntry | null {
  const parsed = v.safeParse(entrySchema, input);
  if (!parsed.success) return null;
  const { startedDateTime, pageref, _resourceType, _initiator, request, response } = parsed.output;
  const start = readStart(startedDateTime);
  const url = readUrl(request.url);
  if (start === null || url === null) return null;
  const { status, content } = response;
  const location = response.redirectURL || headerOf(response.headers, 'location');
  const purpose = headerOf(request.headers, 'sec-purpose') || headerOf(request.headers, 'purpose');
  return {
    ...start,
    url,
    method: request.method,
    status,
    isRedirect: status !== null && status >= 300 && status < 400 && location !== '',
    accept: headerOf(request.headers, 'accept').toLowerCase(),
    userAgent: headerOf(request.headers, 'user-agent'),
    pageref,
    resourceType: _resourceType.toLowerCase(),
    destination: headerOf(request.headers, 'sec-fetch-dest').toLowerCase(),
    isPrefetch: purpose.toLowerCase().includes('prefetch'),
    mime: ((content.mimeType || headerOf(response.headers, 'content-type')).split(';')[0] ?? '')
      .trim()
      .toLowerCase(),
    initiator: _initiator.url || headerOf(request.headers, 'referer'),
    content,
  };
}

const headerOf = (headers: RawEntry['request']['headers'], wanted: string): string =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';

/** ms: before TikTok, Tokopedia and HAR files there was nothing to record. */
const firstYear = Date.UTC(2000, 0);
const offset = /(?:Z|([+-])(\d{2}):?(\d{2}))$/i;

/** HAR asks for an offset; a time without one is taken as UTC, so that it agrees with the offset written, 0. */
function readStart(text: string): { ts: number; tzOffsetMin: number } | null {
  const written = text.trim();
  if (!written.includes(':')) return null;
  const found = offset.exec(written);
  const moment = readMoment(found === null ? `${written}Z` : written);
  // A clock that was never set: the law of such a day says nothing about the page.
  if (moment === null || moment.time < firstYear) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = found ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  return { ts: moment.time, tzOffsetMin: sign === '-' && size > 0 ? -size : size };
}
