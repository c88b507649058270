import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Who may say what to whom, as docs/architecture.md shows it: read from the code's own table, never kept by hand.
const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Ways of speaking beside the messages, by the words of code that begin each. */
const otherWays: readonly (readonly [way: string, code: RegExp])[] = [
  ['a channel between pages of ours', /\bnew BroadcastChannel\(/],
  ['a worker of our own', /\bnew Worker\(/],
  ['a script or function brought into a page, and its answer', /\b(executeScript|registerContentScripts)\(/],
];

/** A message without words on who says it to whom, or without a rule on who may. */
class MessageUntold extends Error {
  override readonly name = 'MessageUntold';
}

/** The messages of the protocol as a Markdown table: what is said, by whom, to whom, and what is checked of the sender. */
function messageRows(protocol: string, messages: string): string[] {
  const [, table = ''] = /interface Protocol \{\n([\s\S]*?)\n\}/.exec(protocol) ?? [];
  const topics = [...table.matchAll(/^ {2}'([\w.]+)':/gm)].map(([, topic = '']) => topic);
  const told = new Map(
    [...table.matchAll(/\/\*\* (.+?) → (.+?): (.+?) \*\/\n {2}'([\w.]+)'/g)].map(
      ([, from = '', to = '', what = '', topic = '']) => [topic, { from, to, what }],
    ),
  );
  const [, rights = ''] = /const mayAsk[^{]*\{\n([\s\S]*?)\n\};/.exec(messages) ?? [];
  const checks = new Map(
    [...rights.matchAll(/'([\w.]+)': (\w+),/g)].map(([, topic = '', check = '']) => [topic, check]),
  );
  const meanings = new Map(
    [...messages.matchAll(/\/\*\* (.+?)\.? \*\/\nconst (is\w+) = /g)].map(([, means = '', name = '']) => [
      name,
      means,
    ]),
  );
  return topics.map((topic) => {
    const said = told.get(topic);
    if (!said) throw new MessageUntold(`${topic}: its comment is not "from → to: what"`);
    const check = checks.get(topic);
    if (check === undefined && said.from !== 'background')
      throw new MessageUntold(`${topic}: nothing says who may ask it`);
    const means = check === undefined ? 'this extension' : meanings.get(check);
    if (means === undefined) throw new MessageUntold(`${check}: its comment does not say what it checks`);
    return `| \`${topic}\` | ${said.from} | ${said.to} | ${said.what} | ${means} |`;
  });
}

const filesIn = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`);

/** Both tables, as they stand between the marks in docs/architecture.md. */
export function messageTable(): string {
  const rooms = ['core', 'in-page', 'services', 'components', 'entrypoints'].flatMap(filesIn).toSorted();
  const others = otherWays.map(([way, code]) => {
    const files = rooms.filter((name) => code.test(read(name))).map((name) => `\`${name}\``);
    return `| ${way} | ${files.join(', ')} |`;
  });
  return [
    '| message | who says it | to whom | what | must come from |',
    '| --- | --- | --- | --- | --- |',
    ...messageRows(read('core/messages/protocol.ts'), read('services/messages.ts')),
    '',
    'Beside these, and nowhere else:',
    '',
    '| way | where |',
    '| --- | --- |',
    ...others,
  ].join('\n');
}

/** A page with the tables of today between its marks. */
export const withMessages = (page: string): string =>
  page.replace(
    /(<!-- npm run messages -->\n)[\s\S]*?(<!-- end -->)/,
    (_, begin, end) => `${begin}\n${messageTable()}\n\n${end}`,
  );
