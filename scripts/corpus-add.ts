import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import { checkCase } from '../core/report/check-case';
import { largestCase } from '../core/report/largest-case';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { casesIn, pageOfCase } from './judged-cases';

/** npm run corpus:add FILE [FOLDER]: takes a case that the popup saved into tests/corpus, where the tests judge it. */
const [path, folder = join(import.meta.dirname, '../tests/corpus')] = process.argv.slice(2);

/** Ends with the reason in words; nothing was written. */
function refuse(why: string): never {
  console.error(`Not taken: ${why}.`);
  process.exit(1);
}

function textOf(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile()) refuse(`there is no file ${file}`);
  if (statSync(file).size > 4 * largestCase) refuse('it is too large');
  return readFileSync(file, 'utf8');
}

if (path === undefined) {
  console.error('Usage: npm run corpus:add FILE [FOLDER]');
  process.exit(2);
}
const checked = checkCase(textOf(path), builtInRulebook);
if ('problem' in checked) refuse(checked.problem);
const { case: one, page, redacted } = checked.file;

const list = join(folder, 'cases.ndjson');
const known = casesIn(folder);
if (known.some(({ id }) => id === one.id)) refuse(`the case ${one.id} is there already`);
const twin = known.find((other) => other.url === one.url && pageOfCase(other, folder) === page);
if (twin)
  refuse(`the case ${twin.id} is about the same page; remove one, the two expect different answers or days`);

mkdirSync(join(folder, 'pages'), { recursive: true });
if (page !== null && one.html !== undefined) writeFileSync(join(folder, one.html), page);
// The lines that are there stay as they were written.
const before = known.length === 0 ? '' : `${readFileSync(list, 'utf8').trim()}\n`;
writeFileSync(list, `${before}${JSON.stringify(one)}\n`);

const { signals } = builtInRulebook;
const seen = page === null ? addressPage(one.url) : pageFromHtml(page, one.url, signals);
const { basket, processor } = judge(seen, builtInRulebook, one.date);
const isMet = one.expect.basket.includes(basket) && one.expect.processor.includes(processor);
console.log(`Taken: ${one.id}`);
console.log(
  `Expected: ${one.expect.basket} / ${one.expect.processor}. Judged now: ${basket} / ${processor}.`,
);
console.log(isMet ? 'Its test passes.' : 'Its test fails until the rules are mended.');
if (!redacted.same) console.log('The redaction changed the answer: the case may not show what was wrong.');
