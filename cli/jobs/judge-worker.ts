import { parentPort, workerData } from 'node:worker_threads';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { answerLine } from '../judge-line';
import type { Line } from '../split-lines';

// One thread of `judge --ndjson --jobs N`: a batch of lines in, their answers out.
parentPort?.on('message', (batch: readonly Line[]) => {
  const answers = batch.map((line) => `${answerLine(line, builtInRulebook, workerData as string)}\n`);
  parentPort?.postMessage(answers.join(''));
});
