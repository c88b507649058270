import fc from 'fast-check';
import { expect } from 'vitest';
import { contactOfRequest } from '../../core/flow/contact-of-request';
import { contactOfTiming } from '../../core/flow/contact-of-timing';
import { eventOf, eventOfRow, faultOfRow, nextRow } from '../../core/log/chain';
import { type LogEvent, nothingSaid } from '../../core/log/event';
import { rejudge } from '../../core/log/rejudge';
import { admit } from '../../core/log/whitelist';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import hosts from '../../rulebook/hosts.json';
import { videoId, videoPageOf } from '../builders/pages';
import { changedJson, hostileValue } from './changed-json';
import { isTheirs } from './genuine';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';
import { editedText, hostileText } from './hostile-texts';
import { items } from './real-pages';

/** What may be written of a contacted host: a name of the list, or a registrable domain; with the right owner. */
function expectRecordable(contact: { host: string; party: string } | null): void {
  if (contact === null) return;
  expect(contact.host).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/);
  expect(contact.host.length).toBeLessThanOrEqual(253);
  expect(contact.party === 'other', contact.host).toBe(!isTheirs(`https://${contact.host}/`));
}

const hostname = hostileAddress.map((address) => /^[a-z]+:\/\/([^/?#]*)/i.exec(address)?.[1] ?? address);
holdsFor('hosts that a page contacted', 5000, hostname, (host) => {
  expectRecordable(contactOfTiming({ host, type: 'img', count: 1 }, rulebook.hosts));
});

holdsFor(
  'requests that a page made',
  5000,
  fc.record({
    url: hostileAddress,
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'get'), hostileText),
    type: hostileText,
    status: fc.constantFrom(null, -1, 0, 200, 302, 404, 599, 600, 1e9),
    error: fc.oneof(fc.constant(null), hostileText),
    startedBy: fc.oneof(fc.constant(null), hostileAddress),
  }),
  (request) => {
    const contact = contactOfRequest(request, rulebook.hosts);
    expectRecordable(contact);
    if (contact === null) return;
    expect([null, 'GET', 'POST', 'HEAD', 'PUT']).toContain(contact.method);
    expect([null, 'other', ...hosts.hosts.map(({ host }) => host)]).toContain(contact.initiator);
  },
);

const event: LogEvent = {
  ...nothingSaid,
  event: 'step',
  ts: Date.parse('2026-11-24T02:00:00Z'),
  seq: 3,
  flow_id: '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d',
  event_id: '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5e',
  schema_version: '1',
  study_id: 'uji',
  participant_id: 'p',
  session_id: 's',
  t_rel_ms: 5,
  tz_offset_min: 420,
  ruleset_version: '1',
  ext_version: '0.1.0',
  browser: 'Chromium 156',
  basket: 'yes',
  processor: 'tokopedia',
  kind: 'video',
  surface: 'tiktok',
} as unknown as LogEvent;

holdsFor('fields given to the record', 5000, changedJson([event], 4), (input) => {
  if (typeof input !== 'object' || input === null) return;
  try {
    const { event: admitted } = admit(input as Record<string, unknown>);
    expect([null, 'yes', 'no', 'unknown', 'conflicting', undefined]).toContain(admitted.basket);
    expect(Object.keys(admitted)).not.toContain('constructor');
    for (const value of Object.values(admitted)) {
      if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(20_000);
      expect(['string', 'number', 'boolean', 'object']).toContain(typeof value);
    }
  } catch (error) {
    // The one exception that is promised: a row without what every row has.
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(/^an event without "/);
  }
});

const reading = JSON.stringify(readPage(videoPageOf(items[0] ?? { id: videoId }), rulebook));
const row = nextRow(null, { ...event, reading }, 'salt');

holdsFor('stored rows, damaged', 5000, changedJson([row], 2), (damaged) => {
  if (typeof damaged !== 'object' || damaged === null) return;
  const fault = faultOfRow(damaged as typeof row, null);
  // What was changed in what the row says is noticed.
  if (fault === null) {
    const { body, reading: kept, salt } = damaged as typeof row;
    if (body !== null) expect([body, salt]).toEqual([row.body, row.salt]);
    if (kept !== undefined) expect(kept).toBe(row.reading);
  }
});

holdsFor('stored bodies, cut and edited', 5000, editedText([row.body ?? '']), (body) => {
  const found = eventOf(body);
  if (found !== undefined) expect(typeof found.event).toBe('string');
  eventOfRow({ body, reading: body });
});

holdsFor(
  'stored readings, judged again',
  6000,
  fc.tuple(
    fc.oneof(
      editedText([reading]),
      changedJson([JSON.parse(reading)]).map((value) => JSON.stringify(value)),
      hostileText,
    ),
    fc.oneof(fc.constantFrom(event.ts, 0, -1, 8.64e15, 8.65e15, 1e300, 1e14), hostileValue),
  ),
  ([text, ts]) => {
    const again = rejudge({ ...event, reading: text, ts: ts as number }, rulebook);
    if (again !== null) expect(again.after).not.toBe(again.before);
  },
);
