import { describe, expect, test } from 'vitest';
import texts from '../../core/explanation/texts/en.json';
import { codebookCsv } from '../../core/export/codebook-csv';
import { codebook } from '../../core/log/codebook';
import { admit } from '../../core/log/whitelist';

import { pageFromHtml } from '../../core/page/from-html';
import { addressPage, breakReasons } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { demoPages } from '../../demo/shop/demo-pages';
import signals from '../../rulebook/signals.json';

const listed = new Map<string, Set<string>>();
for (const line of codebookCsv(rulebook).split('\r\n')) {
  const [table, field = '', , , value = ''] = line.split(',');
  if (table === 'events' && value !== '') listed.set(field, (listed.get(field) ?? new Set()).add(value));
}
const has = (field: string, value: string) =>
  expect(listed.get(field)?.has(value), `${field} "${value}"`).toBe(true);

describe('the codebook’s lists of values', () => {
  test('name every reason that the product can tell in words', () => {
    const reasons = Object.keys(texts).flatMap(
      (key) => /^unread\.([^.]+)\.([^.]+)$/.exec(key)?.slice(1) ?? [],
    );
    expect(reasons.length).toBeGreaterThan(80);
    for (const key of Object.keys(texts)) {
      const [, what, why] = /^unread\.([^.]+)\.([^.]+)$/.exec(key) ?? [];
      if (what === undefined || why === undefined) continue;
      has('unread_what', what);
      has('unread_why', why);
    }
  });

  test('name every signal that the product can tell in words, and every rule of the rulebook', () => {
    const inWords = Object.keys(texts).flatMap((key) => /^signal\.([^.]+)$/.exec(key)?.[1] ?? []);
    // These two stand for many: the rule that the address met, and the phase of the day.
    for (const signal of inWords.filter((name) => name !== 'address' && name !== 'phase'))
      has('signal_id', signal);
    for (const { id } of [...signals.itemSignals, ...signals.textSignals]) has('signal_id', id);
    for (const { pages } of rulebook.hosts.hosts) for (const { id } of pages) has('signal_id', id);
    for (const { id } of rulebook.hosts.families) has('signal_id', id);
    for (const { id } of rulebook.phases) has('signal_id', `phase-${id}`);
  });

  test('name every rule that can drift, and every way in which a path breaks', () => {
    for (const { id } of [...signals.itemSignals, ...signals.pageStates, signals.drawnLink])
      has('drift_rule', id);
    for (const why of breakReasons) has('drift_found', `${why} at step {n}`);
  });

  test('name all that the demo shop’s pages are judged with', () => {
    for (const { address, html } of demoPages)
      for (const page of [pageFromHtml(html, address, rulebook.signals), addressPage(address)]) {
        const reading = readPage(page, rulebook);
        for (const day of ['2023-06-01', '2023-11-01', '2024-01-01', '2026-11-24']) {
          const { evidence, unread, drift } = judgeReading(reading, rulebook, day);
          for (const { signal } of evidence) has('signal_id', signal);
          for (const { what, why } of unread) {
            has('unread_what', what);
            has('unread_why', why);
          }
          for (const { rule } of drift) has('drift_rule', rule);
        }
      }
  });

  test('of what grows with the rules refuse no value that is not on them yet', () => {
    const grows = codebook.tables.events.fields.filter(({ open }) => open).map(({ name }) => name);
    expect(grows).toEqual(
      expect.arrayContaining([
        'unread_what',
        'unread_why',
        'signal_id',
        'drift_rule',
        'drift_found',
        'request_type',
      ]),
    );
    const row = Object.fromEntries(
      codebook.tables.events.fields
        .filter(({ nullable }) => !nullable)
        .map(({ name, type }) => [name, type === 'string' ? 'x' : 1]),
    );
    const { dropped } = admit({ ...row, event: 'signal', signal_id: 'a-rule-of-tomorrow' });
    expect(dropped.filter(({ field }) => field === 'signal_id')).toEqual([]);
  });
});

describe('the classes of the codebook', () => {
  test('let nothing be published by which a row can be found again in a package', () => {
    const classOf = new Map(
      Object.values(codebook.tables).flatMap(({ fields }) =>
        fields.map((field) => [field.name, field.class]),
      ),
    );
    for (const key of [
      'event_id',
      'chain',
      'n',
      'leaf',
      'reading_digest',
      'export_id',
      'participant_id',
      'participant_code',
      'flow_id',
    ])
      expect(classOf.get(key), key).toBe('B');
  });
});
