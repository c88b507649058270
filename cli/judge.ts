import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dayInWib } from '../core/calendar/read-moment';
import { explain } from '../core/explanation/explain';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { type JudgeRequest, readArguments, UsageError } from './arguments';
import { tellSummary } from './har/har-summary';
import { judgeHar } from './har/judge-har';
import { JobFailed, judgeInJobs } from './jobs/judge-in-jobs';
import { answerLine } from './judge-line';
import { printVerdict } from './print-verdict';
import { shownJson, shownName, shownText } from './shown-text';
import { splitLines } from './split-lines';

function readHtml(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`The file "${file}" cannot be read (${code}).`);
  }
}

/** The day it is now: the rulebook's age does not depend on the day judged for. */
const today = dayInWib(Date.now());

function judgeOne(request: Extract<JudgeRequest, { mode: 'one' }>): string {
  const { address, htmlFile, date, language, json } = request;
  const page =
    htmlFile === null
      ? addressPage(address)
      : pageFromHtml(readHtml(htmlFile), address, builtInRulebook.signals);
  const verdict = judge(page, builtInRulebook, date);
  // A page's own words must not move the cursor or colour the terminal.
  if (!json) return shownText(printVerdict(verdict, builtInRulebook, language, today));
  const explanation = explain(verdict, builtInRulebook, language, today);
  return `${shownJson(JSON.stringify({ ...verdict, explanation }, null, 2))}\n`;
}

async function judgeLines({ date, jobs }: Extract<JudgeRequest, { mode: 'lines' }>): Promise<void> {
  const lines = splitLines(process.stdin);
  if (jobs > 1) for await (const answers of judgeInJobs(lines, jobs, date)) await write(answers);
  else for await (const line of lines) await write(`${answerLine(line, builtInRulebook, date)}\n`);
}

async function judgeFile(file: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { lines, unreadable, summary } = judgeHar(file, builtInRulebook, version);
  for (const line of lines) await write(`${line}\n`);
  process.stderr.write(`judge: ${tellSummary(summary)}.\n`);
  if (unreadable > 0)
    process.stderr.write(`judge: left out entries without a readable time or address: ${unreadable}.\n`);
}

/** Waiting for the reader keeps memory bounded however slow it is. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

// The reader of our output may leave early (`| head`): nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const request = readArguments(process.argv.slice(2), {
    now: new Date().toISOString(),
    cores: availableParallelism(),
    locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
  });
  if (request.mode === 'lines') await judgeLines(request);
  else if (request.mode === 'har') await judgeFile(request.file);
  else process.stdout.write(judgeOne(request));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof JobFailed)) throw error;
  process.stderr.write(`judge: ${shownName(error.message)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
