import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dayInWib } from '../core/calendar/read-moment';
import { explain } from '../core/explanation/explain';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { type JudgeRequest, readArguments, usage } from './arguments';
import { tellSummary } from './har/har-summary';
import { judgeHar } from './har/judge-har';
import { JobFailed, judgeInJobs } from './jobs/judge-in-jobs';
import { answerLine } from './judge-line';
import { printVerdict } from './print-verdict';
import { shownJson, shownName, shownText } from './shown-text';
import { splitLines } from './split-lines';
import { localeOf, type Terminal, toldUsage } from './terminal';
import { UsageError } from './usage-error';

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

async function judgeLines(
  { date, jobs }: Extract<JudgeRequest, { mode: 'lines' }>,
  { stdin, out }: Terminal,
): Promise<void> {
  const lines = splitLines(stdin);
  if (jobs > 1) for await (const answers of judgeInJobs(lines, jobs, date)) await out(answers);
  else for await (const line of lines) await out(`${answerLine(line, builtInRulebook, date)}\n`);
}

async function judgeFile(
  { file, ...owner }: Extract<JudgeRequest, { mode: 'har' }>,
  { out, err }: Terminal,
): Promise<void> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { lines, unreadable, summary } = judgeHar(file, builtInRulebook, version, owner);
  for (const line of lines) await out(`${line}\n`);
  err(`judge: ${tellSummary(summary)}.\n`);
  if (unreadable > 0) err(`judge: left out entries without a readable time or address: ${unreadable}.\n`);
}

/** `npm run judge`: answers 0, 1 where a thread broke, 2 for wrong usage. */
export async function judgeCommand(terminal: Terminal): Promise<number> {
  if (await toldUsage(terminal, usage)) return 0;
  try {
    const request = readArguments(terminal.words, {
      now: new Date().toISOString(),
      cores: availableParallelism(),
      locale: localeOf(terminal),
    });
    if (request.mode === 'lines') await judgeLines(request, terminal);
    else if (request.mode === 'har') await judgeFile(request, terminal);
    else await terminal.out(judgeOne(request));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof JobFailed)) throw error;
    terminal.err(`judge: ${shownName(error.message)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}
