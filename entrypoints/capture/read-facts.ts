import type { ReadFacts } from '../../services/capture/shoot-page';

/**
 * What the page holds beside its pixels. The finder of personal places is not in yet: nothing is found, and as long as
 * that is so, nothing can be stored either.
 */
export const readFacts =
  (_tabId: number): ReadFacts =>
  async () => ({ personal: [], snapshot: '', title: '' });
