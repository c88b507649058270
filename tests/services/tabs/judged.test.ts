import { describe, expect, test, vi } from 'vitest';
import { exampleNamed } from '../../../core/examples/example-readings';
import { builtInRulebook } from '../../../core/rulebook/built-in';
import { judgeReading } from '../../../core/verdict/judge';
import { type JudgedPage, JudgedPages, type Why } from '../../../services/tabs/judged';

const reading = exampleNamed('video-basket')?.reading ?? ({} as never);
const page: JudgedPage = {
  reading,
  verdict: judgeReading(reading, builtInRulebook, '2026-11-25'),
  caption: null,
};

/** Parts that write down their turn; the page is there unless said otherwise. */
function parts(isThere = async () => true) {
  const done: string[] = [];
  const part = (name: string) => async (tabId: number) => {
    // Each takes its time: whoever does not wait would come too early.
    await Promise.resolve();
    done.push(`${name} ${tabId}`);
  };
  const all = {
    isThere,
    toolbar: part('toolbar'),
    record: part('record'),
    contacts: part('contacts'),
    note: part('note'),
  };
  return { done, all, pages: new JudgedPages(all) };
}

describe('a judged page', () => {
  const changed: Record<Why, readonly string[]> = {
    loaded: ['toolbar', 'record', 'contacts', 'note'],
    moved: ['toolbar', 'record', 'contacts', 'note'],
    returned: ['toolbar', 'record', 'contacts', 'note'],
    asked: ['toolbar', 'record', 'contacts'],
    resumed: ['toolbar', 'record', 'contacts'],
  };
  test.each(Object.entries(changed))('that was %s changes, in this order: %j', async (why, names) => {
    const { done, pages } = parts();
    expect(await pages.judged(7, page, why as Why)).toBe(true);
    expect(done).toEqual(names.map((name) => `${name} 7`));
  });

  test('that is gone by its turn changes nothing', async () => {
    const { done, pages } = parts(async () => false);
    expect(await pages.judged(7, page, 'loaded')).toBe(false);
    expect(done).toEqual([]);
  });

  test('waits for the page before it in its tab, and for no other tab', async () => {
    const { done, all, pages } = parts();
    let release: (() => void) | undefined;
    all.record = vi.fn(async (tabId: number) => {
      if (tabId === 7 && !done.includes('record 7'))
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      done.push(`record ${tabId}`);
    });
    const both = [pages.judged(7, page, 'asked'), pages.judged(7, page, 'asked')];
    await pages.judged(8, page, 'asked');
    // Whoever did not wait would be through by now.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toEqual(['toolbar 7', 'toolbar 8', 'record 8', 'contacts 8']);
    expect(release).toBeDefined();
    release?.();
    await Promise.all(both);
    const own = done.filter((turn) => turn.endsWith('7'));
    expect(own).toEqual(
      ['toolbar', 'record', 'contacts', 'toolbar', 'record', 'contacts'].map((part) => `${part} 7`),
    );
  });

  test('whose record fails does not keep the next one from its turn', async () => {
    const { done, all, pages } = parts();
    all.record = vi.fn(async () => {
      throw new Error('the disk is full');
    });
    await expect(pages.judged(7, page, 'loaded')).rejects.toThrow('full');
    await expect(pages.judged(7, page, 'loaded')).rejects.toThrow('full');
    expect(done).toEqual(['toolbar 7', 'toolbar 7']);
  });
});
