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

describe('the summary of a flow', () => {
  test('shows a page judged again with its last judgement, at its own stop', () => {
    const judgedAgain = event('verdict', { ...video, basket: 'yes', processor: 'tokopedia' });
    const { steps } = sum(event('flow_start'), event('step', video), judgedAgain, event('step', product));
    expect(steps.map(({ kind, processor }) => [kind, processor])).toEqual([
      ['video', 'tokopedia'],
      ['product', 'tokopedia'],
    ]);
  });

  test('leaves the stop of another page alone when an earlier page is judged again', () => {
    const judgedAgain = event('verdict', { ...video, basket: 'conflicting', processor: 'conflicting' });
    const { steps } = sum(event('step', video), event('step', product), judgedAgain);
    expect(steps.map(({ kind, processor }) => [kind, processor])).toEqual([
      ['video', 'conflicting'],
      ['product', 'tokopedia'],
    ]);
  });

  test('adds a stop for a page that was no step before', () => {
    const { steps } = sum(
      event('step', product),
      event('nav', video),
      event('verdict', { ...video, basket: 'yes' }),
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['product', 'video']);
  });
});
