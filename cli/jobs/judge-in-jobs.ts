import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Line } from '../split-lines';

/** What one worker is given at a time: enough lines that the hand-over costs little beside judging them. */
const linesOfBatch = 64;
/** A batch ends early at this many characters, so that what is held stays bounded whatever the lines' length. */
const charactersOfBatch = 2 * 1024 * 1024;
/** Batches that wait or are judged, per worker: one in work, one ready. */
const batchesPerWorker = 2;

/** A worker of the command ended or failed: the answers of its lines cannot be given. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

/**
 * Judges lines in `jobs` threads and yields the answers in the order of the lines. At most two batches per thread are
 * held at any time, so memory grows with the threads and with the longest line, never with the input.
 * @throws {JobFailed} when a thread ends before its lines are answered
 */
export async function* judgeInJobs(
  lines: AsyncIterable<Line>,
  jobs: number,
  today: string,
): AsyncGenerator<string> {
  const workers = Array.from({ length: jobs }, () => startWorker(today));
  try {
    const waiting: Promise<string>[] = [];
    let turn = 0;
    for await (const batch of batchesOf(lines)) {
      waiting.push((workers[turn % jobs] as JudgeWorker).judge(batch));
      turn += 1;
      if (waiting.length >= jobs * batchesPerWorker) yield await (waiting.shift() as Promise<string>);
    }
    for (const answers of waiting) yield await answers;
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line?.length ?? 0;
    if (batch.length < linesOfBatch && characters < charactersOfBatch) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

interface JudgeWorker {
  /** The answers of a batch, a line each. One batch after the other, in the order they were given. */
  judge(batch: readonly Line[]): Promise<string>;
  end(): Promise<unknown>;
}

function startWorker(today: string): JudgeWorker {
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), { workerData: today });
  let last: Promise<unknown> = Promise.resolve();
  const failed = once(worker, 'exit').then(
    () => Promise.reject(new JobFailed('a thread of the command ended before its lines were judged')),
    (cause) => Promise.reject(new JobFailed(`a thread of the command failed: ${String(cause)}`, { cause })),
  );
  failed.catch(() => undefined);
  return {
    judge: (batch) => {
      const answered = last.then(async () => {
        worker.postMessage(batch);
        return (await Promise.race([once(worker, 'message'), failed]))[0] as string;
      });
      // Whoever awaits the answers hears of the failure; the next batch fails by itself.
      answered.catch(() => undefined);
      last = answered;
      return answered;
    },
    end: () => worker.terminate(),
  };
}
