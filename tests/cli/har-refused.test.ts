import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArguments } from '../../cli/arguments';
import { judgeHar } from '../../cli/har/judge-har';
import { judgeCommand } from '../../cli/judge-command';
import { UsageError } from '../../cli/usage-error';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { runCommand } from '../builders/run-command';
import { tempFolder } from '../builders/temp-folder';

const folder = tempFolder('har-refused');
let file: string;

beforeAll(() => {
  file = join(folder, 'a.har');
});

/** The one sentence by which a file is refused. */
function sentenceOn(name: string): string {
  try {
    judgeHar(name, builtInRulebook, '0.1.0');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('the file was not refused');
}

const noHar = [
  '',
  '{"log":{"entries":[{]}}',
  '[1]',
  'null',
  '{"log":{}}',
  '{"log":{"entries":{"0":{}}}}',
  '\u0000ÿ',
];

describe('judge --har refuses', () => {
  test.each(noHar)('a file that is none: %j', (text) => {
    writeFileSync(file, text);
    expect(sentenceOn(file)).toMatch(/^The file ".+" is no HAR file: [^.]*log\.entries"\.$/);
  });

  test('a file that cannot be read', () => {
    expect(sentenceOn(join(folder, 'absent.har'))).toMatch(/^The file ".+" cannot be read \(ENOENT\)\.$/);
    expect(sentenceOn(folder)).toMatch(/^The file ".+" cannot be read \(EISDIR\)\.$/);
  });

  test('a file that is too long to be held, before reading it', () => {
    writeFileSync(file, '');
    truncateSync(file, 600_000_000);
    expect(sentenceOn(file)).toMatch(/^The file ".+" is 600 MB; a HAR file is read whole, up to 512 MB\.$/);
  });

  test.each([
    ['--ndjson'],
    ['--json'],
    ['--html=a.html'],
    ['--date=2026-06-08'],
    ['--date=nonsense'],
    ['--lang=id'],
    ['--jobs=2'],
    ['https://www.tiktok.com/'],
  ])('%s beside it', (word) => {
    const surroundings = { now: '2026-11-24T00:00:00Z', locale: '', cores: 2 };
    expect(() => readArguments(['--har', 'a.har', word], surroundings)).toThrow(UsageError);
    expect(() => readArguments(['--har', 'a.har', word], surroundings)).toThrow('does not go with it');
    expect(readArguments(['--har', 'a.har'], surroundings)).toEqual({ mode: 'har', file: 'a.har' });
  });

  test.each([
    ['--study=Uji Coba'],
    ['--participant=081234567890'],
    ['--participant=budi@example.org'],
    ['--participant='],
  ])('%s, which is no name for it', (word) => {
    const surroundings = { now: '2026-11-24T00:00:00Z', locale: '', cores: 2 };
    expect(() => readArguments(['--har', 'a.har', word], surroundings)).toThrow(UsageError);
  });

  test('--study and --participant without it', () => {
    const surroundings = { now: '2026-11-24T00:00:00Z', locale: '', cores: 2 };
    for (const word of ['--study=uji', '--participant=P1'])
      expect(() => readArguments(['--ndjson', word], surroundings)).toThrow('goes with --har only');
    expect(readArguments(['--har', 'a.har', '--study=uji', '--participant=P1'], surroundings)).toEqual({
      mode: 'har',
      file: 'a.har',
      study: 'uji',
      participant: 'P1',
    });
  });

  test('on stderr, with exit code 2; what it only leaves out it counts there, with exit code 0', {
    timeout: 30_000,
  }, async () => {
    const judge = async (text: string) => {
      writeFileSync(file, text);
      const { status, stdout, stderr } = await runCommand(judgeCommand, ['--har', file]);
      return [status, stdout, stderr];
    };
    expect(await judge('{}')).toEqual([2, '', expect.stringMatching(/^judge: The file .+\n$/)]);
    const sum =
      "judge: pages found: 0, unread for want of a body: 0, not recognised: 0, answers of TikTok's interface not read: 0.\n";
    expect(await judge('{"log":{"entries":[]}}')).toEqual([0, '', sum]);
    const leftOut = 'judge: left out entries without a readable time or address: 2.\n';
    expect(await judge('{"log":{"entries":[{},null]}}')).toEqual([0, '', sum + leftOut]);
  });
});
