import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArguments } from '../../cli/arguments';
import { judgeCommand } from '../../cli/judge-command';
import { verifyCommand } from '../../cli/verify-command';
import { findTools } from '../../demo/machine/find-tools';
import { pageNamed } from '../../demo/shop/demo-pages';
import { runCommand } from '../builders/run-command';
import { tempFolder } from '../builders/temp-folder';
import { ofMatrix } from '../run/whole-run';

const root = join(import.meta.dirname, '../..');
const { address, html } = pageNamed('video-basket');
const folder = tempFolder('judge');
let file: string;

beforeAll(() => {
  file = join(folder, 'page.html');
  writeFileSync(file, html);
});

const judge = (words: string[], input = '') => runCommand(judgeCommand, words, input);

describe('judge, one page', { timeout: 90_000 }, () => {
  test('answers in the words of the popup, in the language asked for', async () => {
    const told = await judge([address, '--html', file, '--lang', 'id', '--date', '2026-11-23']);
    expect(told.status).toBe(0);
    expect(told.stdout).toContain(
      'diproses PT Tokopedia, menurut perusahaan itu dan Kementerian Perdagangan.',
    );
    expect(told.stdout).toContain('Permendag 19/2026, Pasal 25 ayat (3)');
    expect(told.stdout).toContain('23 November 2026');
    expect(told.stdout).toContain('bukan nasihat hukum');
  });

  test.each(['--help', '-h'])('says how it is used where %s asks', async (word) => {
    for (const [command, mode] of [
      [judgeCommand, /^usage: judge .+\n {7}judge --ndjson .+\n {7}judge --har .+\n$/],
      [verifyCommand, /^usage: verify .+\n$/],
    ] as const) {
      const told = await runCommand(command, [word]);
      expect(told).toMatchObject({ status: 0, stderr: '' });
      expect(told.stdout).toMatch(mode);
    }
  });

  test('gives one JSON object with --json', async () => {
    const verdict = JSON.parse(
      (await judge([address, '--html', file, '--json', '--date', '2026-06-07'])).stdout,
    );
    expect(verdict).toMatchObject({
      basket: 'yes',
      processor: 'tokopedia',
      phase: 'migrated',
      date: '2026-06-07',
    });
    expect(verdict.law).toEqual([
      { regulation: 'permendag-31-2023', provisions: ['21(3)'], status: 'revoked' },
    ]);
    expect(Object.keys(verdict)).toEqual([
      'address',
      'date',
      'rulebook',
      'surface',
      'kind',
      'phase',
      'lookalike',
      'owner',
      'basket',
      'processor',
      'evidence',
      'unread',
      'drift',
      'law',
      'explanation',
    ]);
    expect(verdict.explanation.answer.text).toContain('processed by PT Tokopedia, according to the company');
    expect(verdict.explanation.rule.line).toEqual({
      text: 'Trade Minister Regulation 31/2023, Article 21(3)',
      facts: ['provisions/permendag-31-2023-21(3)'],
    });
  });

  test.each([
    [[], 'An address is missing'],
    [['example.org'], 'is not a whole address'],
    [[address, 'https://example.org'], 'is one too many'],
    [[address, '--html', '/no/such/file'], 'cannot be read (ENOENT)'],
    [[address, '--date', '2026-02-30'], 'is not a date'],
    [[address, '--lang', 'fr'], 'is no language'],
    [[address, '--colour'], "Unknown option '--colour'"],
    [['--ndjson', address], 'does not go with it'],
  ])('refuses %j with one sentence and exit code 2', async (words, sentence) => {
    const told = await judge(words);
    expect(told.status).toBe(2);
    expect(told.stdout).toBe('');
    expect(told.stderr).toMatch(/^judge: .+\n$/);
    expect(told.stderr).toContain(sentence);
  });
});

describe('judge --ndjson', { timeout: 90_000 }, () => {
  test.each([1, 2, 0])(
    'answers line by line, in order, and goes on after bad lines, jobs: %i',
    async (jobs) => {
      const lines = [
        JSON.stringify({ id: 'a', url: address, html, date: '2026-11-23' }),
        'not json',
        '[1]',
        '',
        JSON.stringify({ id: 7, url: 'nowhere' }),
        JSON.stringify({ id: 'd', url: address, date: 'soon' }),
        JSON.stringify({ id: 'e', url: address, html: 5 }),
        JSON.stringify({ id: 'f', url: 'https://www.tokopedia.com/cart' }),
      ];
      const told = await judge(['--ndjson', `--jobs=${jobs}`], `\uFEFF${lines.join('\r\n')}`);
      expect(told.status).toBe(0);
      const answers = told.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(answers.map(({ id, basket, error }) => [id, basket ?? error.code])).toEqual([
        ['a', 'yes'],
        [null, 'not-json'],
        [null, 'not-an-object'],
        [7, 'bad-url'],
        ['d', 'bad-date'],
        ['e', 'bad-html'],
        ['f', 'no'],
      ]);
    },
  );

  test('gives the very same bytes however many jobs, though some lines take much longer than others', async () => {
    const lines = Array.from({ length: 700 }, (_, id) =>
      JSON.stringify(
        id % 100 === 0
          ? { id, url: address, html: html.repeat(40) }
          : { id, url: `https://example.org/${id}` },
      ),
    ).join('\n');
    const one = await judge(['--ndjson', '--jobs=1'], lines);
    const three = await judge(['--ndjson', '--jobs=3'], lines);
    expect(one.stdout.split('\n')).toHaveLength(701);
    expect(three.stdout).toBe(one.stdout);
  });

  test.each(['x', '-1', '1.5', '100', ''])('refuses "%s" jobs in words', (jobs) => {
    const surroundings = { now: '2026-11-24T00:00:00Z', locale: '', cores: 2 };
    expect(() => readArguments(['--ndjson', `--jobs=${jobs}`], surroundings)).toThrow(
      `"${jobs}" is no number of jobs; write 1 to 99, or 0 for one job a core.`,
    );
    expect(() => readArguments(['--jobs=2', address], surroundings)).toThrow(
      '--jobs goes with --ndjson only',
    );
  });

  test('is a mapper for GNU parallel: cut into blocks, judged by several commands, the same lines in order', () => {
    findTools('parallel');
    const lines = Array.from({ length: 400 }, (_, id) =>
      JSON.stringify({ id, url: id % 9 === 0 ? address : `https://example.org/${id}`, html }),
    );
    const input = `${lines.join('\n')}\n`;
    const [inOne, inBlocks] = ['', 'parallel --pipe --keep-order --block 2M --jobs 2 '].map((engine) =>
      spawnSync('bash', ['-c', `${engine}npm run --silent judge -- --ndjson --date 2026-11-23`], {
        cwd: root,
        input,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }),
    );
    expect(inBlocks?.stdout.split('\n')).toHaveLength(401);
    expect(inBlocks?.stdout).toBe(inOne?.stdout);
  });

  test.each(ofMatrix([1, 2], [2]))('bounds its memory, however long the input, jobs: %i', async (jobs) => {
    const child = spawn('npx', ['tsx', 'cli/judge.ts', '--ndjson', `--jobs=${jobs}`], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=96' },
    });
    let answers = 0;
    child.stdout.on('data', (data: Buffer) => {
      for (const byte of data) if (byte === 10) answers += 1;
    });
    const line = `${JSON.stringify({ id: 'x', url: address, html: html + ' '.repeat(100_000) })}\n`;
    const count = 1500; // over 150 MB, with a heap of 96 MB
    for (let sent = 0; sent < count; sent += 1) {
      if (!child.stdin.write(line)) await once(child.stdin, 'drain');
    }
    child.stdin.end();
    const [code] = await once(child, 'exit');
    expect([code, answers]).toEqual([0, count]);
  });

  test('ends quietly when its reader leaves', () => {
    const told = spawnSync(
      'bash',
      [
        '-c',
        `yes '{"id":1,"url":"https://example.org/"}' | head -20000 | npx tsx cli/judge.ts --ndjson | head -1`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(told.stdout.split('\n')).toHaveLength(2);
    expect(told.stderr.replace(/^npm warn.*\n/gm, '')).toBe('');
  });
});
