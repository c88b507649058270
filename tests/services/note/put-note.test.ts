import { beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleNamed } from '../../../core/examples/example-readings';
import { builtInRulebook } from '../../../core/rulebook/built-in';
import { judgeReading } from '../../../core/verdict/judge';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
const { executeScript, sendMessage } = vi.hoisted(() => ({
  executeScript: vi.fn(async () => []),
  sendMessage: vi.fn(async () => undefined),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    i18n: { getMessage: () => 'en' },
    runtime: { getManifest: () => ({ host_permissions: ['https://www.tiktok.com/*'] }) },
    scripting: { executeScript },
    tabs: { sendMessage },
  },
}));
const { noteOf, notesOfTabs, putNote, silenceNotes, takeNoteAway } = await import(
  '../../../services/note/put-note'
);

const verdict = judgeReading(
  exampleNamed('video-basket')?.reading ?? ({} as never),
  builtInRulebook,
  '2026-11-25',
);
const end = [1, { topic: 'note.end', ask: null }, { frameId: 0 }];

beforeEach(async () => {
  await storage.local.set({ note: true });
  await storage.session.clear();
  await storage.managed.clear();
  executeScript.mockClear();
  sendMessage.mockClear();
});

describe('notes', () => {
  test.each([
    ['nobody chose', undefined, {}],
    ['the person switched them off', false, {}],
    ['the person switched them off, although the organisation wants them', false, { note: 'on' }],
    ['the organisation forbids them, although the person had switched them on', true, { note: 'forbidden' }],
  ])('leave pages, and what is remembered of tabs, alone where %s', async (_why, chosen, policy) => {
    await storage.local.set({ note: chosen });
    await storage.managed.set(policy);
    await putNote(1, verdict);
    expect(executeScript).not.toHaveBeenCalled();
    expect(storage.session.stored.notes).toBeUndefined();
  });

  test('are put where the organisation wants them and the person has not chosen', async () => {
    await storage.local.remove('note');
    await storage.managed.set({ note: 'on' });
    await putNote(1, verdict);
    expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 1 }, files: ['/page-note.js'] });
  });

  test('are put once, also when two judgements of one page come at the same time', async () => {
    await Promise.all([putNote(1, verdict), putNote(1, verdict)]);
    expect(executeScript).toHaveBeenCalledTimes(1);
    expect((await noteOf(1))?.answer).toContain('processed by PT Tokopedia, according to the company');
  });

  test('tell their words to no tab but their own', async () => {
    await putNote(1, verdict);
    expect(await noteOf(2)).toBeNull();
  });

  test('are silenced also from a page that came back with one of which nothing is known here', async () => {
    await silenceNotes();
    expect(storage.local.stored.note).toBe(false);
  });

  test('go when their tab shows another page, and stay when only its query or fragment changes', async () => {
    await putNote(1, verdict);
    for (const behind of ['?lang=id', '#:~:text=keranjang']) notesOfTabs.moved?.(1, verdict.address + behind);
    // What came before it in the queue is done when this is.
    await putNote(1, verdict);
    expect(await noteOf(1)).not.toBeNull();
    expect(sendMessage).not.toHaveBeenCalled();
    notesOfTabs.moved?.(1, 'https://www.tiktok.com/@contoh/video/7600000000000000999');
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(1));
    expect(sendMessage).toHaveBeenCalledWith(...end);
    expect(await noteOf(1)).toBeNull();
  });

  test('are taken off a page for a picture of it, whether one is known to stand there or not', async () => {
    await takeNoteAway(1);
    expect(sendMessage).toHaveBeenCalledWith(...end);
  });

  test('are forgotten when their tab is closed or leaves for another site', async () => {
    for (const leave of [notesOfTabs.left, notesOfTabs.leaving]) {
      await putNote(1, verdict);
      leave?.(1, 'elsewhere');
      await vi.waitFor(() => expect(storage.session.stored.notes).toEqual({}));
    }
  });

  test('know a flow again whose tab got another number: it had its note', async () => {
    await putNote(1, verdict);
    notesOfTabs.replaced?.(9, 1);
    await putNote(9, verdict);
    expect(executeScript).toHaveBeenCalledTimes(1);
  });
});
