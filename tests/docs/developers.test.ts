import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainDay } from '../../core/explanation/explain-day';
import { rulebookFiles } from '../../core/rulebook/built-in';
import { checkRulebook } from '../../core/rulebook/check-rulebook';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judge } from '../../core/verdict/judge';
import { videoItem } from '../../demo/shop/video-state';
import { videoId, videoPageOf } from '../builders/pages';

// What the page for developers shows step by step is done here, with its very blocks.
const page = readFileSync(join(import.meta.dirname, '../../docs/developers.md'), 'utf8');
const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block = '']) => JSON.parse(block));
const [anchorTypes, source, regulation, ended, provision] = blocks;

const checked = (files: unknown): Rulebook => {
  const check = checkRulebook(files);
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.rulebook;
};

describe('the page for developers', () => {
  test('adds a rule as it says: an unknown type of anchor is drift before, and "no" after', () => {
    const video = videoPageOf(videoItem(videoId, 'contoh', { anchors: [{ type: 77, extra: '[]' }] }));
    const before = judge(video, checked(rulebookFiles), '2026-11-23');
    expect(before.basket).toBe('unknown');
    expect(before.drift.length).toBeGreaterThan(0);
    const files = structuredClone(rulebookFiles);
    Object.assign(files.signals, anchorTypes);
    const after = judge(video, checked(files), '2026-11-23');
    expect([after.basket, after.processor, after.drift]).toEqual(['no', 'none', []]);
  });

  test('adds a regulation as it says: named from its first day on, and not a day before', () => {
    const files = structuredClone(rulebookFiles) as unknown as Record<string, object[]>;
    files.sources?.push(source);
    files.regulations?.push(regulation);
    Object.assign(
      files.regulations?.find((one) => 'id' in one && one.id === 'permendag-19-2026') ?? {},
      ended,
    );
    files.provisions?.push(provision);
    const rulebook = checked(files);
    const ruleOn = (day: string) => explainDay(day, rulebook, 'en', day).explanation.rule?.line.text;
    expect(ruleOn('2030-02-01')).toContain('Example 1/2030');
    expect(ruleOn('2030-02-01')).toContain('7(1)');
    expect(ruleOn('2030-01-31')).toContain('19/2026');
  });

  test('names files that are there', () => {
    const named = [...page.matchAll(/`((?:[\w-]+\/)+[\w.-]*)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named.filter((path) => !path.startsWith('texts/')))
      expect(() => readFileSync(join(import.meta.dirname, '../..', name)), name).not.toThrow(/ENOENT/);
  });
});
