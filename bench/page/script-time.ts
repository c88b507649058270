/** An event of the browser's trace; times in microseconds, `tdur` of the thread's own processor time. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly frame?: string; readonly timedOut?: boolean } };
}

/** Milliseconds of script: all of it is the one or the other. */
export interface ScriptTime {
  /** In moments in which the page had nothing else to do. */
  readonly idle: number;
  /** At any other time. */
  readonly load: number;
  /** Of both, the browser's compiling. */
  readonly compile: number;
}

/** What is script: compiling it, running it, and what it left to be done after it. */
const scripts = new Set(['v8.compile', 'EvaluateScript', 'v8.callFunction', 'FunctionCall', 'RunMicrotasks']);

/**
 * What a trace says of the script that ran in a frame's thread, counted once however it is nested. What ran in an idle
 * callback because its patience had ended did not run in idle time. The great collections of the heap are left out: they
 * come when the page's own garbage is due, in whichever script that happens.
 */
export function scriptTime(events: readonly TraceEvent[], frame: string): ScriptTime {
  const own = events.find(({ args }) => args?.data?.frame === frame);
  const ended = events
    .filter(({ pid, tid, dur }) => pid === own?.pid && tid === own.tid && dur !== undefined)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const time = { idle: 0, load: 0, compile: 0 };
  let [idleUntil, scriptUntil, collectedUntil, compiledUntil] = [0, 0, 0, 0];
  for (const { name, ts, dur = 0, tdur = 0, args } of ended) {
    const when = ts < idleUntil ? 'idle' : 'load';
    if (name === 'FireIdleCallback' && args?.data?.timedOut === false) idleUntil = ts + dur;
    if (name === 'MajorGC' && ts < scriptUntil && ts >= collectedUntil) {
      collectedUntil = ts + dur;
      time[when] -= tdur / 1000;
    }
    if (name === 'V8.CompileCode' && ts < scriptUntil && ts >= compiledUntil) {
      compiledUntil = ts + dur;
      time.compile += tdur / 1000;
    }
    if (!scripts.has(name) || ts < scriptUntil) continue;
    scriptUntil = ts + dur;
    time[when] += tdur / 1000;
  }
  return time;
}
