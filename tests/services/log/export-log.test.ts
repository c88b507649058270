import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { pageFromHtml } from '../../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { pageNamed } from '../../../demo/shop/demo-pages';
import { countingIds, frame, pageSeen } from '../../builders/flows';

const { saved, tasks, meanwhile } = vi.hoisted(() => ({
  saved: [] as unknown[],
  tasks: [] as { withheld: unknown }[],
  meanwhile: [] as (() => Promise<void>)[],
}));
vi.mock('../../../services/browser/save-file', () => ({
  saveParts: (parts: unknown[]) => void saved.push(...parts),
}));
/** The worker is the browser's; what matters here is what happens while it works. */
vi.mock('../../../services/log/export/in-worker', () => ({
  inWorker: async (task: { withheld: unknown }) => {
    tasks.push(task);
    await meanwhile.shift()?.();
    return { table: `made ${tasks.length}` };
  },
}));
const { append } = await import('../../../services/log/write/append');
const { eraseRows } = await import('../../../services/log/take-out/erase');
const { exportLog } = await import('../../../services/log/export/export-log');
const { newSalt } = await import('../../../services/log/store/identity');
const { openStore } = await import('../../../services/log/store/open-store');
const { withhold } = await import('../../../services/log/take-out/withhold');

const about = { study: 'uji', stamp: '20261124T0500Z', created: '2026-11-24T05:00:00.000Z', language: 'id' };
let count = 0;
const filledStore = async () => {
  count += 1;
  const db = await openStore(`record-${count}`);
  const { address, html } = pageNamed('video-basket');
  const seen = pageSeen(pageFromHtml(html, address, rulebook.signals));
  await append(db, [seen], { frame, newId: countingIds(), newSalt, tzOffsetMin: 420 });
  return db;
};

beforeEach(() => {
  for (const list of [saved, tasks, meanwhile]) list.splice(0);
});

test('a table is made once where nothing is taken out meanwhile', async () => {
  await exportLog(await filledStore(), 'csv', about, () => undefined);
  expect(saved).toEqual(['made 1']);
});

test('a row that is erased while a table is being made is not in what is saved', async () => {
  const db = await filledStore();
  meanwhile.push(() => eraseRows(db, [1]));
  await exportLog(db, 'csv', about, () => undefined);
  expect(saved).toEqual(['made 2']);
});

test('nor is a flow that is withheld meanwhile', async () => {
  const db = await filledStore();
  meanwhile.push(() => withhold(db, { flow: 'f' }, true));
  await exportLog(db, 'parquet', about, () => undefined);
  expect(saved).toEqual(['made 2']);
  expect(tasks.at(-1)?.withheld).toEqual({ rows: [], flows: ['f'] });
});
