import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { looked } from '../../core/page/read-page';
import { driftReport } from '../../core/report/drift-report';
import { redactPage } from '../../core/report/redact-page';
import { shapesOfPage } from '../../core/report/shapes-of-page';
import { wrongCase } from '../../core/report/wrong-case';
import { builtInRulebook as rulebook, rulebookFiles } from '../../core/rulebook/built-in';
import { checkRulebook } from '../../core/rulebook/check-rulebook';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { messageTable, withMessages } from '../../scripts/message-table';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

describe('the page on the architecture', () => {
  test('tells who may say what to whom as the code has it: npm run messages writes it', () => {
    expect(withMessages(page)).toBe(page);
    for (const topic of ['page.seen', 'verdict.get', 'data.erase'])
      expect(messageTable()).toContain(`| \`${topic}\` |`);
  });

  test('names every program of the extension', () => {
    const programs = readdirSync(join(root, 'entrypoints'), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `entrypoints/${entry.name}/` : `entrypoints/${entry.name}`,
    );
    for (const program of programs) expect(page, program).toContain(`\`${program}`);
  });

  test('names only files that are there', () => {
    const named = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(80);
    // Made when they are asked for.
    for (const name of named.filter((name) => !name.startsWith('release/')))
      expect(existsSync(join(root, name)), name).toBe(true);
  });
});

describe('a report that arrives, as the page tells it', () => {
  const day = '2026-11-30';
  const demo = pageNamed('video-drifted');
  const read = pageFromHtml(demo.html, demo.address, rulebook.signals);
  const verdict = judge(read, rulebook, day);
  const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block = '']) => JSON.parse(block));
  const [drift, shape, rule, checkedOn, source] = blocks;
  const file = wrongCase(
    {
      verdict,
      page: redactPage(looked(read, rulebook.looks), rulebook.signals, rulebook.hosts),
      expected: { basket: 'yes', processor: 'tokopedia' },
      extension: '0.1.0',
      judgeFile: (html, url) => judge(pageFromHtml(html ?? '', url, rulebook.signals), rulebook, day),
    },
    rulebook,
  );
  const judgedBy = (rules: Rulebook) =>
    judge(pageFromHtml(file.page ?? '', file.case.url, rules.signals), rules, day);

  test('names the page of the demo shop, the rule that was not met, and the shape that came instead', () => {
    expect(page).toContain(demo.address);
    const report = driftReport(
      verdict,
      shapesOfPage(read, rulebook.signals, rulebook.hosts),
      '0.1.0',
      rulebook.hosts,
    );
    expect(report.drift).toEqual([drift]);
    expect(JSON.stringify(report.state)).toContain(JSON.stringify(shape));
  });

  test('becomes a test that fails', () => {
    const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
    try {
      const [, command = '', name = ''] = /npm run (corpus:add) (\S+)/.exec(page) ?? [];
      expect(name).toBe(`${file.case.id}.json`);
      writeFileSync(join(folder, name), JSON.stringify(file));
      const added = spawnSync(
        'npm',
        ['run', '--silent', command, join(folder, name), join(folder, 'corpus')],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
      expect(added.stdout).toContain(/`(Expected: yes.*?)`/.exec(page)?.[1]);
      expect(added.stdout).toContain('Its test fails until the rules are mended.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('becomes a rule by which it passes, and the rulebook holds no fault', () => {
    expect(judgedBy(rulebook).basket).toBe('unknown');
    const files = structuredClone(rulebookFiles) as unknown as {
      signals: { itemSignals: object[] };
      sources: object[];
    };
    files.signals.itemSignals.push(rule);
    Object.assign(files.signals, checkedOn);
    files.sources.push(source);
    const checked = checkRulebook(files);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { basket, processor, drift: left } = judgedBy(checked.rulebook);
    expect([basket, processor, left]).toEqual(['yes', 'tokopedia', []]);
  });
});
