import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const section = (title: string): string => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the README', () => {
  test('is read in one sitting: at most 100 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });

  test('says what it is in both languages before anything else', () => {
    const beginning = readme.slice(0, readme.indexOf('!['));
    expect(beginning).toContain('keranjang kuning TikTok');
    expect(beginning).toContain('yellow basket');
  });

  test('opens a door for each reader, and the page behind it is there', () => {
    const doors = section('Four doors')
      .split('\n')
      .filter((line) => line.startsWith('| **'));
    expect(doors).toHaveLength(4);
    for (const door of doors) expect(door).toMatch(/\]\([\w/.]+\.md\)/);
  });

  test('tells five limits, and where the others stand', () => {
    expect(section('Five limits').match(/^- \*\*/gm)).toHaveLength(5);
    expect(section('Five limits')).toContain('docs/limits.md');
  });

  test.each(['Chrome', 'Edge', 'Firefox'])('installs it in %s without a store in three lines', (browser) => {
    const lines = section('In your own browser, without a store')
      .split(`**${browser}**\n`)[1]
      ?.split('\n\n')[0];
    expect(lines?.trim().split('\n')).toHaveLength(3);
    const [, place = ''] = /`(\.output\/[^`]+)`/.exec(lines ?? '') ?? [];
    expect(existsSync(join(root, place)), `${place}: npm run build makes it`).toBe(true);
  });

  test('has a row for each folder of the project, and for no other', () => {
    const rows = section('Where things are')
      .split('\n')
      .map((line) => line.split(' | ')[0] ?? '')
      .flatMap((cell) => [...cell.matchAll(/`([\w-]+)\/`/g)].map(([, folder]) => folder));
    const folders = tracked.filter((name) => /^[^.].*\//.test(name)).map((name) => name.split('/')[0]);
    expect(rows.toSorted()).toEqual([...new Set(folders)].toSorted());
  });

  test('gives the test command that CI runs', () => {
    const [command = ''] = read('.ci/run').trim().split('\n').slice(-1);
    expect(command).toBe('npm ci && npm test');
    expect(readme).toMatch(new RegExp(`^${command} +#`, 'm'));
  });
});

describe('the papers of the project', () => {
  const papers = tracked.filter((name) => name.endsWith('.md') && existsSync(join(root, name)));

  test.each(papers)('%s leads nowhere that is not there', (name) => {
    const text = read(name).replace(/^```[\s\S]*?^```$/gm, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto|tel):/.test(target)) continue;
      const [file = '', heading] = target.split('#');
      const place = file === '' ? name : join(dirname(name), file);
      expect(existsSync(join(root, place)), `${name} leads to ${target}`).toBe(true);
      if (heading) expect(headingsOf(place), `${name} leads to ${target}`).toContain(heading);
    }
  });

  test('each of docs/ is led to by another', () => {
    const all = papers.map(read).join('\n');
    for (const name of papers.filter((paper) => /^docs\/[^/]+$/.test(paper) && paper !== 'docs/index.md'))
      expect(all, name).toContain(`(${name.replace('docs/', '')})`);
  });
});

/** The headings of a Markdown file as addresses, as GitHub makes them. */
function headingsOf(name: string): string[] {
  return [...read(name).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
