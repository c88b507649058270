import { describe, expect, test } from 'vitest';
import { type FlowSummary, summarizeFlow } from '../../core/flow/summarize-flow';
import { type EventName, type LogEvent, nothingSaid } from '../../core/log/event';
import { frame, start } from '../builders/flows';

let seq = 0;
const event = (name: EventName, more: Partial<LogEvent> = {}): LogEvent => {
  seq += 1;
  return {
    ...nothingSaid,
    ...frame,
    event_id: `e${seq}`,
    flow_id: 'f',
    session_id: 's',
    tz_offset_min: 420,
    ts: start + seq,
    t_rel_ms: seq,
    seq,
    event: name,
    ...more,
  };
};
const video = {
  kind: 'video',
  page_host: 'www.tiktok.com',
  basket: 'unknown',
  processor: 'unknown',
} as const;
const product = {
  kind: 'product',
  page_host: 'shop-id.tokopedia.com',
  basket: 'yes',
  processor: 'tokopedia',
} as const;
const sum = (...events: LogEvent[]): FlowSummary =>
  events.reduce<FlowSummary | null>(summarizeFlow, null) as FlowSummary;

const onPage = (page: number) => ({ page, tab: 1 });

describe('the summary of a flow', () => {
  test('shows a page judged again with its last judgement, at its own stop', () => {
    const judgedAgain = event('verdict', { ...video, ...onPage(1), basket: 'yes', processor: 'tokopedia' });
    const { steps } = sum(
      event('flow_start'),
      event('step', { ...video, ...onPage(1) }),
      judgedAgain,
      event('step', { ...product, ...onPage(2) }),
    );
    expect(steps.map(({ kind, processor }) => [kind, processor])).toEqual([
      ['video', 'tokopedia'],
      ['product', 'tokopedia'],
    ]);
  });

  test('leaves the stop of another page alone, though it is of the same kind and host', () => {
    const judgedAgain = event('verdict', {
      ...video,
      ...onPage(1),
      basket: 'conflicting',
      processor: 'conflicting',
    });
    const { steps } = sum(
      event('step', { ...video, ...onPage(1) }),
      event('step', { ...video, ...onPage(2) }),
      judgedAgain,
    );
    expect(steps.map(({ page, processor }) => [page, processor])).toEqual([
      [1, 'conflicting'],
      [2, 'unknown'],
    ]);
  });

  test('adds a stop for a page that was no step before, where it was reached', () => {
    const { steps } = sum(
      event('step', { ...product, ...onPage(1) }),
      event('nav', { ...video, ...onPage(2) }),
      event('step', { ...product, ...onPage(3) }),
      event('verdict', { ...video, ...onPage(2), basket: 'yes' }),
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['product', 'video', 'product']);
  });
});
