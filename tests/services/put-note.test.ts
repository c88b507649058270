import { beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleNamed } from '../../core/examples/example-readings';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';

type Updated = (tabId: number, change: object, tab: { url?: string }) => void;
const { local, session, managed, executeScript, sendMessage, heard } = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
  managed: { get: vi.fn(async (): Promise<unknown> => ({})) },
  executeScript: vi.fn(async () => []),
  sendMessage: vi.fn(async () => undefined),
  heard: { updated: [] as unknown[], removed: [] as ((tabId: number) => void)[] },
}));
vi.mock('webextension-polyfill', () => {
  const area = (stored: Record<string, unknown>) => ({
    get: async (key: string) => ({ [key]: stored[key] }),
    set: async (values: object) => void Object.assign(stored, values),
  });
  return {
    default: {
      storage: { local: area(local), session: area(session), managed },
      i18n: { getMessage: () => 'en' },
      runtime: { getManifest: () => ({ host_permissions: ['https://www.tiktok.com/*'] }) },
      scripting: { executeScript },
      tabs: {
        sendMessage,
        onUpdated: { addListener: (listener: unknown) => heard.updated.push(listener) },
        onRemoved: { addListener: (listener: (tabId: number) => void) => heard.removed.push(listener) },
      },
    },
  };
});
const { followNotes, noteOf, putNote, silenceNotes } = await import('../../services/note/put-note');

const verdict = judgeReading(
  exampleNamed('video-basket')?.reading ?? ({} as never),
  builtInRulebook,
  '2026-11-25',
);
const moved = (tabId: number, change: { url?: string; status?: string }, url?: string) => {
  for (const listener of heard.updated as Updated[])
    listener(tabId, change, url === undefined ? {} : { url });
};

followNotes();
beforeEach(() => {
  local.note = true;
  session.notes = undefined;
  managed.get.mockResolvedValue({});
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
    local.note = chosen;
    managed.get.mockResolvedValue(policy);
    await putNote(1, verdict);
    expect(executeScript).not.toHaveBeenCalled();
    expect(session.notes).toBeUndefined();
  });

  test('are put where the organisation wants them and the person has not chosen', async () => {
    local.note = undefined;
    managed.get.mockResolvedValue({ note: 'on' });
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

  test('are silenced from a tab where one stands, and from no other', async () => {
    await putNote(1, verdict);
    await expect(silenceNotes(2)).rejects.toThrow('no note on this page');
    expect(local.note).toBe(true);
    await silenceNotes(1);
    expect(local.note).toBe(false);
  });

  test('go when their tab shows another page, and stay when only its query changes', async () => {
    await putNote(1, verdict);
    moved(1, { url: `${verdict.address}?lang=id` }, verdict.address);
    // What came before it in the queue is done when this is.
    await putNote(1, verdict);
    expect(await noteOf(1)).not.toBeNull();
    expect(sendMessage).not.toHaveBeenCalled();
    moved(1, { url: 'https://www.tiktok.com/@contoh/video/7600000000000000999' }, verdict.address);
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(1));
    expect(sendMessage).toHaveBeenCalledWith(1, { topic: 'note.end', ask: null }, { frameId: 0 });
    await expect(silenceNotes(1)).rejects.toThrow();
  });

  test('are forgotten when their tab is closed or leaves for another site', async () => {
    for (const leave of [() => heard.removed[0]?.(1), () => moved(1, { status: 'complete' })]) {
      executeScript.mockClear();
      await putNote(1, verdict);
      expect(executeScript).toHaveBeenCalledTimes(1);
      leave();
      await vi.waitFor(() => expect(session.notes).toEqual({}));
    }
  });
});
