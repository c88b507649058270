import { describe, expect, test } from 'vitest';
import type { Observation } from '../../core/flow/flow-state';
import type { LogEvent } from '../../core/log/event';
import { pageFromHtml } from '../../core/page/from-html';
import type { Look } from '../../core/page/look';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoPageSeen, minute, pageSeen, recordAll, start } from '../builders/flows';
import { addressPage } from '../builders/pages';

const at = (minutes: number) => ({ ts: start + minutes * minute });
const named = (events: readonly Pick<LogEvent, 'event'>[], name: string) =>
  events.filter(({ event }) => event === name);

describe('the record of a flow', () => {
  test('keeps no shop’s name that the evidence shows', () => {
    const { events } = recordAll([
      pageSeen(addressPage('https://www.tokopedia.com/tokocontoh/botol-minum')),
      pageSeen(addressPage('https://shop-id.tokopedia.com/c/tokocontoh'), at(1)),
    ]);
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toContain('tokocontoh');
  });

  test('ends an idle flow in its own session', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), demoPageSeen('live', at(45))]);
    const [first] = events;
    expect(named(events, 'flow_end')).toMatchObject([{ session_id: first?.session_id }]);
  });

  test('ends a flow, and its session, whose clock was set back', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), demoPageSeen('live', at(-40))]);
    expect(named(events, 'flow_end')).toMatchObject([{ end_reason: 'clock_set_back', t_rel_ms: 0 }]);
    expect(named(events, 'flow_start')).toHaveLength(2);
    expect(new Set(events.map(({ session_id }) => session_id)).size).toBe(2);
  });

  test('goes on where a clock is put right by seconds', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), demoPageSeen('live', at(-0.5))]);
    expect(named(events, 'flow_end')).toEqual([]);
  });

  test('goes on in a tab that got another number', () => {
    const { events, state } = recordAll([
      demoPageSeen('video-basket'),
      { what: 'replaced', tabId: 9, before: 1, ts: start + minute },
      { what: 'left', tabId: 1, ts: start + minute },
      demoPageSeen('video-basket', { tabId: 9, ...at(2) }),
    ]);
    expect(named(events, 'flow_end')).toEqual([]);
    expect(named(events, 'step')).toHaveLength(1);
    expect(state.flows.map(({ tabs }) => Object.keys(tabs))).toEqual([['9']]);
  });

  test('follows a purchase from the basket to the shop behind it, in one tab', () => {
    const { events, state } = recordAll([
      demoPageSeen('video-basket'),
      demoPageSeen('shop-id-product', at(1)),
      { what: 'left', tabId: 1, ts: start + 2 * minute },
    ]);
    expect(new Set(events.map(({ flow_id }) => flow_id)).size).toBe(1);
    expect(
      named(events, 'step').map((entry) => [(entry as LogEvent).step, (entry as LogEvent).processor]),
    ).toEqual([
      ['basket', 'tokopedia'],
      ['product', 'tokopedia'],
    ]);
    expect(events[0]?.event).toBe('flow_start');
    expect(events.at(-1)).toMatchObject({ event: 'flow_end', end_reason: 'abandoned', t_rel_ms: 2 * minute });
    expect(state.flows).toEqual([]);
  });

  describe('of a page that was not there yet when it was looked at first', () => {
    const { address } = pageNamed('shop-id-product');
    const looksLike = (sight: Look, minutes: number) =>
      pageSeen({ ...addressPage(address), states: {}, sight }, at(minutes));
    const told = (events: readonly Pick<LogEvent, 'event'>[]) =>
      events
        .map(({ event }) => event)
        .filter((event) => ['nav', 'step', 'verdict', 'unread', 'drift'].includes(event));

    test('has the step that it turns out to be', () => {
      const before = recordAll([demoPageSeen('video-basket')]).events.length;
      const { events } = recordAll([
        demoPageSeen('video-basket'),
        looksLike('not-yet', 1),
        demoPageSeen('shop-id-product', at(2)),
      ]);
      expect(told(events.slice(before))).toEqual(['nav', 'step']);
      expect(events.at(-1)).toMatchObject({ step: 'product' });
    });

    test('has no row but where it went, where it never comes', () => {
      const before = recordAll([demoPageSeen('video-basket')]).events.length;
      const { events } = recordAll([
        demoPageSeen('video-basket'),
        looksLike('not-yet', 1),
        looksLike('empty', 2),
      ]);
      expect(told(events.slice(before))).toEqual(['nav']);
    });
  });

  test('numbers its events without a gap', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), demoPageSeen('shop-id-product', at(1))]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index));
  });

  test('keeps every signal, what was not read and what drifted, not only the verdict', () => {
    const { events } = recordAll([demoPageSeen('video-basket')]);
    expect(named(events, 'signal').length).toBeGreaterThanOrEqual(3);
    const drifted = recordAll([demoPageSeen('video-drifted')]).events;
    expect(named(drifted, 'step')).toMatchObject([{ basket: 'unknown' }]);
    expect(named(drifted, 'drift').length + named(drifted, 'unread').length).toBeGreaterThan(0);
  });

  test('keeps its flow in a tab that the page opened', () => {
    const { events } = recordAll([
      demoPageSeen('video-basket'),
      demoPageSeen('shop-id-product', { tabId: 2, openerTabId: 1, ts: start + minute }),
      { what: 'left', tabId: 1, ts: start + 2 * minute },
      { what: 'left', tabId: 2, ts: start + 3 * minute },
    ]);
    expect(new Set(events.map(({ flow_id }) => flow_id)).size).toBe(1);
    expect(named(events, 'flow_end')).toHaveLength(1);
  });

  test('begins a flow of its own in a tab that nobody opened', () => {
    const { events } = recordAll([
      demoPageSeen('video-basket'),
      demoPageSeen('shop-id-product', { tabId: 2, ts: start + minute }),
    ]);
    expect(named(events, 'flow_start')).toHaveLength(2);
    expect(new Set(events.map(({ session_id }) => session_id)).size).toBe(1);
  });

  test('begins at nothing that is no step of buying', () => {
    for (const name of ['video-plain', 'payout', 'outside', 'profile'])
      expect(recordAll([demoPageSeen(name)]).events, name).toEqual([]);
  });

  test('begins at a live room whose basket is not known, and says so', () => {
    expect(named(recordAll([demoPageSeen('live')]).events, 'step')).toMatchObject([
      { step: 'basket', kind: 'live', basket: 'unknown', processor: 'unknown' },
    ]);
  });

  test('writes a page once, however often it is seen', () => {
    const once = recordAll([demoPageSeen('video-basket')]).events.length;
    const often = recordAll([1, 2, 3].map((minutes) => demoPageSeen('video-basket', at(minutes)))).events
      .length;
    expect(often).toBe(once);
  });

  test('adds a later judgement of the same page, and leaves the first', () => {
    const { address, html } = pageNamed('video-basket');
    const unread = pageSeen(addressPage(address));
    const read = pageSeen(pageFromHtml(html, address, rulebook.signals), at(1));
    const { events } = recordAll([unread, read]);
    expect(named(events, 'step')).toMatchObject([{ basket: 'unknown' }]);
    expect(named(events, 'verdict')).toMatchObject([{ basket: 'yes', processor: 'tokopedia' }]);
    expect(named(events, 'nav')).toHaveLength(1);
  });

  test('ends after thirty minutes without an event, and the session with it', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), demoPageSeen('shop-id-product', at(31))]);
    expect(named(events, 'flow_end')).toMatchObject([{ end_reason: 'timeout' }]);
    expect(named(events, 'flow_start')).toHaveLength(2);
    const sessions = named(events, 'flow_start').map((entry) => (entry as LogEvent).session_id);
    expect(new Set(sessions).size).toBe(2);
  });

  test('ends every flow when recording is switched off', () => {
    const { events, state } = recordAll([
      demoPageSeen('video-basket'),
      demoPageSeen('live', { tabId: 2, ts: start + minute }),
      { what: 'stopped', ts: start + 2 * minute },
    ]);
    expect(named(events, 'flow_end').map((entry) => (entry as LogEvent).end_reason)).toEqual([
      'user_stopped',
      'user_stopped',
    ]);
    expect(state).toMatchObject({ session: null, flows: [] });
  });

  test('puts contacts into the step of their tab, and drops those of no flow', () => {
    const contacts: Observation = {
      what: 'hosts',
      tabId: 1,
      ts: start + minute,
      contacts: [
        {
          host: 'shop-id.tokopedia.com',
          party: 'tokopedia',
          type: 'fetch',
          count: 3,
          source: 'resource-timing',
          method: null,
          outcome: null,
          initiator: null,
        },
      ],
    };
    const { events } = recordAll([demoPageSeen('video-basket'), contacts, { ...contacts, tabId: 9 }]);
    expect(named(events, 'host_contacted')).toMatchObject([
      { host: 'shop-id.tokopedia.com', request_count: 3, step: 'basket', request_method: null },
    ]);
  });

  test('writes that the background was restarted, in every open flow', () => {
    const { events } = recordAll([demoPageSeen('video-basket'), { what: 'resumed', ts: start + minute }]);
    expect(events.at(-1)).toMatchObject({ event: 'worker_resumed' });
  });

  test('never lets a flow’s own time run backwards when the device’s clock does', () => {
    const { events } = recordAll([
      demoPageSeen('video-basket'),
      demoPageSeen('shop-id-product', at(5)),
      { what: 'resumed', ts: start - 60 * minute },
    ]);
    const relative = events.map(({ t_rel_ms }) => t_rel_ms);
    expect(relative).toEqual(relative.toSorted((a, b) => a - b));
    expect(events.at(-1)?.ts).toBe(start - 60 * minute);
  });
});
