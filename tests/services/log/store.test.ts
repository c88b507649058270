import 'fake-indexeddb/auto';
import { createHash, webcrypto } from 'node:crypto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Observation } from '../../../core/flow/flow-state';
import { eventOf } from '../../../core/log/chain';
import { checkpointText } from '../../../core/log/checkpoint';
import type { LogEvent } from '../../../core/log/event';
import {
  makeCheckpoint,
  newSalt,
  pseudonymFor,
  publicKeyOf,
  readKey,
  readSecret,
} from '../../../services/log/store/identity';
import { type LogDatabase, openStore, readState, storeOf } from '../../../services/log/store/open-store';
import { checkChain, readPages } from '../../../services/log/store/read-rows';
import { eraseStudy, readStudies } from '../../../services/log/store/read-studies';
import { eraseFlow, eraseRows } from '../../../services/log/take-out/erase';
import { append, type Surroundings } from '../../../services/log/write/append';
import { countingIds, demoPageSeen, frame, minute, start } from '../../builders/flows';

const surroundings: Surroundings = { frame, newId: countingIds(), newSalt, tzOffsetMin: 420 };
const purchase: Observation[] = [
  demoPageSeen('video-basket'),
  demoPageSeen('shop-id-product', { ts: start + minute }),
  { what: 'left', tabId: 1, ts: start + 2 * minute },
];

let db: LogDatabase;
let study: string;
let name: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  study = `uji-${count}`;
  name = storeOf(study);
  db = await openStore(name);
});
afterEach(async () => {
  db.close();
  await deleteDB(name);
});

const allRows = async () => {
  const rows = [];
  for await (const page of readPages(db)) rows.push(...page);
  return rows;
};
const events = async () => (await allRows()).map(({ body }) => eventOf(body ?? '') as LogEvent);

describe('the store of the record', () => {
  test('keeps a flow, its summary and its chain together', async () => {
    for (const observation of purchase) await append(db, [observation], surroundings);
    const rows = await allRows();
    const [flow] = await db.getAll('flows');
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_row, index) => index + 1));
    expect(flow).toMatchObject({
      n_events: rows.length,
      end_reason: 'abandoned',
      processors: ['tokopedia'],
      steps: [{ step: 'basket' }, { step: 'product' }],
    });
    expect(await checkChain(db)).toMatchObject({ rows: rows.length, erased: 0, faults: [] });
  });

  test('writes all of an observation or nothing of it', async () => {
    await append(db, [purchase[0] as Observation], surroundings);
    const before = await allRows();
    const brokenIds = {
      ...surroundings,
      newSalt: () => {
        throw new Error('killed here');
      },
    };
    await expect(append(db, [purchase[1] as Observation], brokenIds)).rejects.toThrow('killed here');
    expect(await allRows()).toEqual(before);
    expect((await readState(db, 'recorder'))?.flows[0]?.seq).toBe(before.length);
    await append(db, [purchase[1] as Observation], surroundings);
    expect((await checkChain(db)).faults).toEqual([]);
  });

  test('lets two windows write without taking each other’s place', async () => {
    const other = await openStore(name);
    const inTab = (tabId: number) => (index: number) =>
      demoPageSeen(index % 2 ? 'shop-id-product' : 'video-basket', { tabId, ts: start + index * minute });
    const rounds = Array.from({ length: 12 }, (_none, index) => index);
    await Promise.all([
      ...rounds.map((index) => append(db, [inTab(1)(index)], surroundings)),
      ...rounds.map((index) => append(other, [inTab(2)(index)], surroundings)),
    ]);
    other.close();
    expect((await checkChain(db)).faults).toEqual([]);
    for (const { flow_id } of await db.getAll('flows')) {
      const own = (await events()).filter((event) => event.flow_id === flow_id);
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_event, index) => index));
    }
  });

  test('erases rows one by one, and the chain still verifies', async () => {
    await append(db, purchase, surroundings);
    await eraseRows(db, [2, 5]);
    const rows = await allRows();
    expect(rows[1]).toMatchObject({ body: null, salt: null, erased: 'participant' });
    expect(await checkChain(db)).toMatchObject({ erased: 2, faults: [] });
    expect((await db.getAll('flows'))[0]).toMatchObject({ n_erased: 2 });
  });

  test('leaves nothing of an erased flow but its size', async () => {
    await append(db, purchase, surroundings);
    const [flow] = await db.getAll('flows');
    await eraseFlow(db, flow?.flow_id ?? '');
    const left = JSON.stringify([await allRows(), await db.getAll('flows')]);
    for (const word of ['tokopedia', 'tiktok', 'basket', 'video']) expect(left).not.toContain(`"${word}`);
    expect((await checkChain(db)).faults).toEqual([]);
  });

  test('puts a damaged row aside, counts it, and goes on', async () => {
    await append(db, purchase, surroundings);
    const [block] = await db.getAll('blocks');
    const rows = block?.rows.map((row) => (row.n === 3 ? { ...row, body: '{"damaged":' } : row));
    await db.put('blocks', { ...block, rows } as never);
    const report = await checkChain(db);
    expect(report.faults).toMatchObject([{ n: 3, why: 'leaf' }]);
    expect(await db.getAll('aside')).toHaveLength(1);
    expect(report.rows).toBe((await allRows()).length);
    await append(db, [demoPageSeen('video-basket', { tabId: 7, ts: start + 9 * minute })], surroundings);
    expect((await checkChain(db)).faults).toHaveLength(1);
  });

  test('finds the gap that a damaged block leaves, and reads on behind it', async () => {
    for (const observation of purchase) await append(db, [observation], surroundings);
    const [, block, next] = await db.getAll('blocks');
    await db.put('blocks', { ...block, rows: 'damaged' } as never);
    expect((await checkChain(db)).faults).toMatchObject([{ n: next?.n, why: 'gap' }]);
  });

  test('keeps a page’s rows together, and a long batch in blocks that are cheap to write again', async () => {
    await append(db, [purchase[0] as Observation], surroundings);
    expect(await db.count('blocks')).toBe(1);
    const many = Array.from({ length: 100 }, (_none, index) =>
      demoPageSeen(index % 2 ? 'shop-id-product' : 'video-basket', { ts: start + index * 1000 }),
    );
    await append(db, many, surroundings);
    const sizes = (await db.getAll('blocks')).map(({ rows }) => rows.length);
    expect(Math.max(...sizes)).toBe(200);
    expect(await checkChain(db)).toMatchObject({ rows: sizes.reduce((sum, size) => sum + size), faults: [] });
    await eraseRows(db, [1, 150, 250, 251]);
    expect(await checkChain(db)).toMatchObject({ erased: 4, faults: [] });
  });

  test('keeps a note on a flow that is over, in its place', async () => {
    await append(db, purchase, surroundings);
    const [flow] = await db.getAll('flows');
    const note: Observation = {
      what: 'note',
      flowId: flow?.flow_id ?? '',
      note: 'bought a bottle',
      ts: start + 60 * minute,
    };
    await append(db, [note], surroundings);
    const own = await events();
    expect(own.at(-1)).toMatchObject({ event: 'user_label', note: 'bought a bottle', seq: own.length - 1 });
    expect((await readState(db, 'recorder'))?.flows).toEqual([]);
    expect((await db.getAll('flows'))[0]).toMatchObject({ note: 'bought a bottle', end_reason: 'abandoned' });
  });

  test('is read up to a place, in blocks or in the middle of one, and no further', async () => {
    await append(db, purchase, surroundings);
    await append(db, [demoPageSeen('video-basket', { tabId: 3, ts: start + 5 * minute })], surroundings);
    const all = (await allRows()).map(({ n }) => n);
    for (const upTo of [0, 1, 4, all.length - 1, all.length, all.length + 9]) {
      const places: number[] = [];
      for await (const page of readPages(db, upTo)) places.push(...page.map(({ n }) => n));
      expect(places).toEqual(all.slice(0, upTo));
    }
  });

  test('keeps two notes of one batch on a flow that is over, one after the other', async () => {
    await append(db, purchase, surroundings);
    const flowId = (await db.getAll('flows'))[0]?.flow_id ?? '';
    const noted = (note: string): Observation => ({ what: 'note', flowId, note, ts: start + 60 * minute });
    await append(db, [noted('one'), noted('two')], surroundings);
    const own = await events();
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_event, index) => index));
    expect((await db.getAll('flows'))[0]).toMatchObject({ note: 'two', n_events: own.length });
  });

  test('counts what the whitelist refused', async () => {
    const noted: Observation = {
      what: 'note',
      flowId: '',
      note: 'call me on 081234567890',
      ts: start + minute,
    };
    await append(db, [purchase[0] as Observation], surroundings);
    const [flow] = await db.getAll('flows');
    await append(db, [{ ...noted, flowId: flow?.flow_id ?? '' }], surroundings);
    expect((await events()).at(-1)).toMatchObject({ event: 'user_label', note: null });
    expect(await readState(db, 'refused')).toEqual({ 'note phone': 1 });
  });

  test('signs the head of its chain with a key that cannot be taken out', async () => {
    await append(db, purchase, surroundings);
    const checkpoint = await makeCheckpoint(db, '2026-11-24T05:00:00.000Z');
    const key = await readKey(db);
    expect(checkpoint).toMatchObject((await readState(db, 'head')) ?? {});
    const spki = await publicKeyOf(key);
    expect(checkpoint?.key_fpr).toBe(createHash('sha256').update(spki).digest('hex'));
    const publicKey = await webcrypto.subtle.importKey(
      'spki',
      spki,
      { name: 'ECDSA', namedCurve: 'P-384' },
      false,
      ['verify'],
    );
    const verified = (text: string) =>
      webcrypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        publicKey,
        Buffer.from(checkpoint?.sig ?? '', 'base64'),
        Buffer.from(text),
      );
    expect(await verified(checkpointText(checkpoint as never))).toBe(true);
    expect(await verified('2 other')).toBe(false);
    await expect(webcrypto.subtle.exportKey('pkcs8', key.privateKey as never)).rejects.toThrow();
  });

  test('gives a pseudonym that is steady in a study and another in the next', async () => {
    const secret = await readSecret(db);
    expect(await readSecret(db)).toBe(secret);
    expect(pseudonymFor('a', secret)).toBe(pseudonymFor('a', secret));
    expect(pseudonymFor('a', secret)).not.toBe(pseudonymFor('b', secret));
    expect(pseudonymFor('a', secret)).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is gone after withdrawal, key and all', async () => {
    await append(db, purchase, surroundings);
    await readKey(db);
    await eraseStudy(study);
    db = await openStore(name);
    expect(await allRows()).toEqual([]);
    expect(await readState(db, 'key')).toBeUndefined();
    expect(await readStudies()).toContain(study);
  });
});
