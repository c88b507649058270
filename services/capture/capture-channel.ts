import * as v from 'valibot';

/** How far a capture is. */
export interface CaptureProgress {
  readonly done: number;
  readonly all: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What the parts of the extension tell each other while a capture runs; no other page can listen. */
const saidSchema = v.variant('what', [
  v.strictObject({
    what: v.literal('progress'),
    progress: v.nullable(v.strictObject({ done: count, all: count })),
  }),
  v.strictObject({ what: v.literal('ask') }),
  v.strictObject({ what: v.literal('stop') }),
]);
type Said = v.InferOutput<typeof saidSchema>;

/** Calls back for what was said in a shape that we know. */
function hear(channel: BroadcastChannel, callback: (said: Said) => void): void {
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(saidSchema, data);
    if (parsed.success) callback(parsed.output);
  };
}

const name = 'capture';
const lock = 'capture';

/** Whether some page of ours captures now. */
export async function isCapturing(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((one) => one.name === lock);
}

/** Does the work while no other page captures; null when another one does. */
export const alone = <T>(work: () => Promise<T>): Promise<T | null> =>
  navigator.locks.request(lock, { ifAvailable: true }, (held) => (held === null ? null : work()));

/** The end of the capture's page: tells how far it is, on every change and when asked, and is told to stop. */
export function tellProgress(onStop: () => void): {
  say: (progress: CaptureProgress | null) => void;
  end: () => void;
} {
  const channel = new BroadcastChannel(name);
  let last: CaptureProgress | null = null;
  const say = (progress: CaptureProgress | null) => {
    last = progress;
    channel.postMessage({ what: 'progress', progress } satisfies Said);
  };
  hear(channel, ({ what }) => {
    if (what === 'stop') onStop();
    if (what === 'ask' && last !== null) say(last);
  });
  return { say, end: () => channel.close() };
}

/** The end of everybody else: hears how far a capture is, null when it is over. */
export function hearProgress(onProgress: (progress: CaptureProgress | null) => void): void {
  const channel = new BroadcastChannel(name);
  hear(channel, (said) => {
    if (said.what === 'progress') onProgress(said.progress);
  });
  channel.postMessage({ what: 'ask' } satisfies Said);
}

/** Tells the capture that runs, if any, to stop. */
export function stopCapture(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage({ what: 'stop' } satisfies Said);
  channel.close();
}
