import type { PageFacts } from '../../core/capture/shots/frozen-page';
import type { DrivenBrowser } from '../../demo/drive/driver';

/** What the finder finds in the open page, asked as the capture asks: brought into it anew, it answers with its last expression. */
export const findInPage = async (
  { background }: DrivenBrowser,
  address: string,
): Promise<Omit<PageFacts, 'layout'>> =>
  (await background.evaluate(`(async () => {
    const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === ${JSON.stringify(address)});
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/personal-finder.js'] });
    return result;
  })()`)) as Omit<PageFacts, 'layout'>;
