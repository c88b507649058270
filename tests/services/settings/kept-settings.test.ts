import { beforeEach, describe, expect, test, vi } from 'vitest';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
vi.mock('webextension-polyfill', () => ({ default: { storage } }));
const { choose, forget, keptSettings, onChosen, onManaged } = await import(
  '../../../services/settings/kept-settings'
);

const get = vi.spyOn(storage.local, 'get');
const noteNow = async () => (await keptSettings()).chosen.note;
beforeEach(async () => {
  await storage.local.clear();
  await storage.managed.clear();
  forget();
  get.mockClear();
});

describe('settings', () => {
  test('are read once, however often they are asked for', async () => {
    await Promise.all([keptSettings(), keptSettings()]);
    await keptSettings();
    expect(get).toHaveBeenCalledTimes(1);
  });

  test('are as another part of the extension changed them, without being read again', async () => {
    expect(await noteNow()).toBeUndefined();
    await storage.local.set({ note: true, 'something-else': 1 });
    expect(await noteNow()).toBe(true);
    await storage.local.remove('note');
    expect(await noteNow()).toBeUndefined();
    expect(get).toHaveBeenCalledTimes(1);
  });

  test('that change while they are read are as they were changed', async () => {
    let answer = (_values: Record<string, unknown>) => {};
    get.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const first = keptSettings();
    await storage.local.set({ note: true });
    answer({ note: false });
    await first;
    expect(await noteNow()).toBe(true);
  });

  test('are as this part chose them, also before the browser tells of it', async () => {
    await noteNow();
    const set = vi.spyOn(storage.local, 'set').mockResolvedValueOnce(undefined);
    await choose({ note: true });
    expect(await noteNow()).toBe(true);
    expect(set).toHaveBeenCalledWith({ note: true });
  });

  test('stay as they were where a choice could not be stored', async () => {
    await noteNow();
    vi.spyOn(storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    await expect(choose({ note: true })).rejects.toThrow('disk full');
    expect(await noteNow()).toBeUndefined();
  });

  test('of an organisation hold from the moment that it changes them', async () => {
    expect((await keptSettings()).managed.policy.recording).toBeNull();
    await storage.managed.set({ recording: 'forbidden' });
    expect((await keptSettings()).managed.policy.recording).toBe('forbidden');
  });

  test('that could not be read are asked for again', async () => {
    get.mockRejectedValueOnce(new Error('the browser is ending'));
    await expect(keptSettings()).rejects.toThrow('the browser is ending');
    await expect(keptSettings()).resolves.toMatchObject({ chosen: {} });
  });
});

describe('who waits for a change', () => {
  test('reads what was changed when it is called back, chosen or set by an organisation', async () => {
    const read: unknown[] = [];
    onChosen(({ note }) => void (note && keptSettings().then(({ chosen }) => read.push(chosen.note))));
    onManaged(() => void keptSettings().then(({ managed }) => read.push(managed.policy.note)));
    await keptSettings();
    await storage.local.set({ note: true });
    await vi.waitFor(() => expect(read).toEqual([true]));
    await storage.managed.set({ note: 'forbidden' });
    await vi.waitFor(() => expect(read).toEqual([true, 'forbidden']));
    await storage.local.set({ 'something-else': 1 });
    expect(read).toHaveLength(2);
  });
});
