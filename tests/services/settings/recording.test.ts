import { beforeEach, describe, expect, test, vi } from 'vitest';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    i18n: { getMessage: () => 'en' },
  },
}));
const { obeyPolicy, readRecording, RecordingForbidden, saveRecording } = await import(
  '../../../services/settings/recording'
);
const { forget } = await import('../../../services/settings/kept-settings');
const { readLanguage, saveLanguage } = await import('../../../services/settings/settings');

const on = { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null };
beforeEach(async () => {
  await storage.local.clear();
  await storage.local.set({ recording: on });
  await storage.managed.clear();
});

describe('recording under an organisation’s policy', () => {
  test('is off for every part that asks, although the person had switched it on', async () => {
    await storage.managed.set({ recording: 'forbidden' });
    expect(await readRecording()).toMatchObject({ on: false, since: null });
  });

  test('cannot be switched on where it is forbidden, but off', async () => {
    await storage.managed.set({ recording: 'forbidden' });
    await storage.local.set({ recording: { ...on, on: false } });
    await expect(saveRecording(on)).rejects.toThrow(RecordingForbidden);
    expect(storage.local.stored.recording).toMatchObject({ on: false });
    await saveRecording({ ...on, on: false });
  });

  test('is switched off when it becomes forbidden, and is not back when it is allowed again', async () => {
    await storage.managed.set({ recording: 'forbidden' });
    await obeyPolicy();
    await storage.managed.set({ recording: 'allowed' });
    await obeyPolicy();
    expect(await readRecording()).toMatchObject({ on: false });
  });

  test('goes on where nothing forbids it: no policy, a refusal to read one, a field of a wrong shape', async () => {
    for (const answer of [{}, { recording: 'allowed' }, { recording: 1 }]) {
      await storage.managed.set(answer);
      await obeyPolicy();
      expect(await readRecording()).toMatchObject({ on: true, study: 'uji' });
    }
    forget();
    vi.spyOn(storage.managed, 'get').mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await readRecording()).toMatchObject({ on: true });
  });

  test('belongs to the organisation’s study, whatever the person typed', async () => {
    await storage.managed.set({ study: 'smp-1' });
    expect((await readRecording()).study).toBe('smp-1');
    await saveRecording(on);
    expect(storage.local.stored.recording).toMatchObject({ study: 'smp-1' });
  });
});

describe('the language', () => {
  test('is the organisation’s, and the person’s choice is not kept over it', async () => {
    await storage.managed.set({ language: 'id' });
    await saveLanguage('en');
    expect(storage.local.stored.language).toBeUndefined();
    expect(await readLanguage()).toBe('id');
  });

  test('is the person’s where the organisation left it open', async () => {
    await saveLanguage('id');
    expect(await readLanguage()).toBe('id');
  });
});
