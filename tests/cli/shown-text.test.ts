import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeCommand } from '../../cli/judge-command';
import { shownJson, shownName, shownText } from '../../cli/shown-text';
import { verifyCommand } from '../../cli/verify-command';
import { runCommand } from '../builders/run-command';
import { tempFolder } from '../builders/temp-folder';

const hostile = '\u001b[31m\u0007\u009b2J\u202e\u007f\u2066x';
// Signs that no output of ours holds: all of C0 but the line's end, DEL, C1, and those that turn the writing round.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const folder = tempFolder('shown');

const commands = { judge: judgeCommand, verify: verifyCommand } as const;
const run = (command: keyof typeof commands, words: readonly string[], input = '') =>
  runCommand(commands[command], words, input);

describe('no control sign reaches a terminal raw', { timeout: 60_000 }, () => {
  test('from a text, a name or JSON, whose values stay what they are', () => {
    for (const shown of [
      shownText(hostile),
      shownName(`${hostile}\n`),
      shownJson(JSON.stringify({ a: hostile })),
    ])
      expect(shown).not.toMatch(raw);
    expect(JSON.parse(shownJson(JSON.stringify({ a: hostile, b: '😀\u{e0001}' })))).toEqual({
      a: hostile,
      b: '😀\u{e0001}',
    });
  });

  test.each<[keyof typeof commands, string[]]>([
    ['judge', [hostile]],
    ['judge', ['https://www.tiktok.com/', '--html', `/no/${hostile}\n/x`]],
    ['judge', ['https://www.tiktok.com/', hostile]],
    ['judge', ['https://www.tiktok.com/', '--date', hostile]],
    ['judge', ['https://www.tiktok.com/', '--lang', hostile]],
    ['judge', ['--har', `/no/${hostile}`]],
    ['judge', [`--${hostile}`]],
    ['verify', [`/no/${hostile}\n`]],
    ['verify', [hostile, hostile]],
    ['verify', [`--${hostile}`]],
  ])('from an argument of %s %j', async (command, words) => {
    const { stdout, stderr, status } = await run(command, words);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toMatch(raw);
  });

  test('from a file: a page, a line, a bundle’s names', async () => {
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      `<title>${hostile}</title><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">{"${hostile}":1}</script>`,
    );
    const address = 'https://www.tiktok.com/@x/video/7312345678901234567';
    for (const words of [[], ['--json']]) {
      const told = await run('judge', [
        `${address}?${encodeURIComponent(hostile)}`,
        '--html',
        page,
        ...words,
      ]);
      expect(told.status).toBe(0);
      expect(told.stdout).not.toMatch(raw);
    }
    const lines = await run('judge', ['--ndjson'], `${JSON.stringify({ id: hostile, url: address })}\n`);
    expect(lines.stdout).not.toMatch(raw);
    expect(JSON.parse(lines.stdout).id).toBe(hostile);
  });
});
