import { describe, expect, test } from 'vitest';
import { pageNamed } from '../../demo/shop/demo-pages';
import { FreeStage } from '../builders/free-browser-here';

const video = pageNamed('video-basket').address;
const plain = pageNamed('video-plain').address;
const pathOf = (address: string) => new URL(address).pathname;

describe('in a Firefox that tells no script of moves', () => {
  const stage = new FreeStage([], { withoutNavigationApi: true });

  test('a page that moves on within itself is followed, there and back', async () => {
    const tabId = await stage.open(video);
    expect(await stage.inPage(tabId, `'navigation' in window`)).toBe(false);
    await stage.tells(tabId, 'tokopedia');
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(plain)}')`);
    await expect.poll(() => stage.told(tabId), { timeout: 8000 }).not.toBe('tokopedia');
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(video)}')`);
    await stage.tells(tabId, 'tokopedia');
  });
});
