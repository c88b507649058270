import { beforeEach, describe, expect, test, vi } from 'vitest';

const { stored, managed } = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  managed: { get: vi.fn(async (): Promise<unknown> => ({})) },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (values: object) => void Object.assign(stored, values),
      },
      managed,
    },
    i18n: { getMessage: () => 'en' },
  },
}));
const { obeyPolicy, readRecording, RecordingForbidden, saveRecording } = await import(
  '../../../services/settings/recording'
);
const { readLanguage, saveLanguage } = await import('../../../services/settings/settings');

const on = { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null };
beforeEach(() => {
  stored.recording = on;
  stored.language = undefined;
  managed.get.mockResolvedValue({});
});

describe('recording under an organisation’s policy', () => {
  test('is off for every part that asks, although the person had switched it on', async () => {
    managed.get.mockResolvedValue({ recording: 'forbidden' });
    expect(await readRecording()).toMatchObject({ on: false, since: null });
  });

  test('cannot be switched on where it is forbidden, but off', async () => {
    managed.get.mockResolvedValue({ recording: 'forbidden' });
    stored.recording = { ...on, on: false };
    await expect(saveRecording(on)).rejects.toThrow(RecordingForbidden);
    expect(stored.recording).toMatchObject({ on: false });
    await saveRecording({ ...on, on: false });
  });

  test('is switched off when it becomes forbidden, and is not back when it is allowed again', async () => {
    managed.get.mockResolvedValue({ recording: 'forbidden' });
    await obeyPolicy();
    managed.get.mockResolvedValue({ recording: 'allowed' });
    await obeyPolicy();
    expect(await readRecording()).toMatchObject({ on: false });
  });

  test('goes on where nothing forbids it: no policy, a refusal to read one, a field of a wrong shape', async () => {
    for (const answer of [{}, { recording: 'allowed' }, { recording: 1 }]) {
      managed.get.mockResolvedValue(answer);
      await obeyPolicy();
      expect(await readRecording()).toMatchObject({ on: true, study: 'uji' });
    }
    managed.get.mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(await readRecording()).toMatchObject({ on: true });
  });

  test('belongs to the organisation’s study, whatever the person typed', async () => {
    managed.get.mockResolvedValue({ study: 'smp-1' });
    expect((await readRecording()).study).toBe('smp-1');
    await saveRecording(on);
    expect(stored.recording).toMatchObject({ study: 'smp-1' });
  });
});

describe('the language', () => {
  test('is the organisation’s, and the person’s choice is not kept over it', async () => {
    managed.get.mockResolvedValue({ language: 'id' });
    await saveLanguage('en');
    expect(stored.language).toBeUndefined();
    expect(await readLanguage()).toBe('id');
  });

  test('is the person’s where the organisation left it open', async () => {
    await saveLanguage('id');
    expect(await readLanguage()).toBe('id');
  });
});
