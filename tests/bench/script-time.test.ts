import { expect, test } from 'vitest';
import { scriptTime, type TraceEvent } from '../../bench/page/script-time';

const frame = 'F1';
/** An event of a thread, from a moment on, for so long, of which it worked so long. */
const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur: dur,
  ...more,
});
const ofFrame = { args: { data: { frame } } };
const idle = (timedOut: boolean) => ({ args: { data: { timedOut } } });

test('script at load and script in idle time are all of the script, each counted once, without collections; compiling is part of both', () => {
  const events = [
    event('FunctionCall', 6000, 1000),
    event('EvaluateScript', 1000, 3000, ofFrame),
    event('v8.compile', 1200, 500),
    event('V8.CompileCode', 1200, 500),
    event('V8.CompileCode', 1300, 100),
    event('FunctionCall', 1500, 2000),
    event('MajorGC', 2000, 1000),
    event('V8.GC_HEAP', 2100, 500),
    event('MajorGC', 4500, 300),
    event('FireIdleCallback', 5000, 4000, idle(false)),
    event('RunMicrotasks', 7500, 1000, { tdur: 800 }),
    event('FunctionCall', 9500, 500),
    event('V8.CompileCode', 20_000, 500),
  ];
  expect(scriptTime(events, frame)).toEqual({ idle: 1.8, load: 2.5, compile: 0.5 });
});

test('what an idle callback does beside script is no script, and one whose patience ended ran at no idle time', () => {
  const events = [
    event('EvaluateScript', 1000, 1000, ofFrame),
    event('FireIdleCallback', 3000, 90_000, idle(false)),
    event('UpdateLayoutTree', 3000, 85_000),
    event('FunctionCall', 90_000, 1000),
    event('FireIdleCallback', 100_000, 4000, idle(true)),
    event('FunctionCall', 100_000, 4000),
  ];
  expect(scriptTime(events, frame)).toEqual({ idle: 1, load: 5, compile: 0 });
});

test('other threads and other processes are not the page’s', () => {
  const events = [
    event('EvaluateScript', 1000, 1000, ofFrame),
    event('EvaluateScript', 1000, 7000, { tid: 2 }),
    event('FunctionCall', 1000, 7000, { pid: 2 }),
  ];
  expect(scriptTime(events, frame)).toEqual({ idle: 0, load: 1, compile: 0 });
  expect(scriptTime(events, 'F2')).toEqual({ idle: 0, load: 0, compile: 0 });
});
