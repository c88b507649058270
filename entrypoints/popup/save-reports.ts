import browser from 'webextension-polyfill';
import type { Saved } from '../../components/popup/saved';
import { cleanAddress } from '../../core/address/clean-address';
import { addressPage, type Page } from '../../core/page/page';
import { itemIdIn } from '../../core/page/read-item';
import { driftReport } from '../../core/report/drift-report';
import { largestCase } from '../../core/report/largest-case';
import { pageOfItem } from '../../core/report/page-of-item';
import { type Expected, wrongCase } from '../../core/report/wrong-case';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { pageFromDocument } from '../../in-page/read/from-document';
import { isOurs } from '../../services/browser/permitted-hosts';
import { saveParts } from '../../services/browser/save-file';
import { PageUnread, readRedactedPage, readShapes, redacted } from '../../services/report/ask-for-report';
import { rules } from '../../services/rulebook/rules-in-use';
import { readPropsItem } from '../../services/tabs/page-props';

/** Files are made by the rules that this version brought, as the scripts in pages are: so anybody can check them. */
const { signals, hosts } = builtInRulebook;
const extension = () => browser.runtime.getManifest().version;

function saveJson(name: string, data: unknown): void {
  saveParts([new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)], name, 'application/json');
}

/** The tab's address, while it still shows the page that was judged. @throws {PageUnread} */
async function addressOf(tabId: number, verdict: Verdict): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId);
  if (cleanAddress(url) !== verdict.address) throw new PageUnread('the tab has moved on');
  return url;
}

/** What became of a press, in the popup's words; anything but a page that cannot be read is our own mistake. */
const orUnread = (work: Promise<Saved>): Promise<Saved> =>
  work.catch((cause: unknown) => {
    if (cause instanceof PageUnread) return { failed: 'unread' };
    throw cause;
  });

/** What the answer rests on, redacted: the page's source, an item in its program, or its address alone. */
async function redactedPageOf(tabId: number, address: string, { evidence, kind }: Verdict): Promise<Page> {
  if (!isOurs(address)) return redacted(addressPage(address));
  if (kind === 'video' && evidence.some(({ where }) => where === 'page props')) {
    const item = await readPropsItem(tabId, itemIdIn(new URL(address).pathname, signals));
    if (item !== null) return redacted(pageOfItem(item, signals));
  }
  return readRedactedPage(tabId);
}

/** Saves the shape of the page's state and what was missed, for those who mend the rules. */
export const saveDriftReport = (tabId: number, verdict: Verdict): Promise<Saved> =>
  orUnread(
    (async () => {
      await addressOf(tabId, verdict);
      const report = driftReport(verdict, await readShapes(tabId), extension(), hosts);
      const name = `drift-${verdict.date}-${verdict.kind}.json`;
      saveJson(name, report);
      return { name, same: true };
    })(),
  );

/** Saves the page, redacted, with the answer that the person expected of it. */
export const saveWrongCase = (tabId: number, verdict: Verdict, expected: Expected): Promise<Saved> =>
  orUnread(
    (async () => {
      const address = await addressOf(tabId, verdict);
      const page = await redactedPageOf(tabId, address, verdict);
      const judgeFile = (html: string | null, url: string): Verdict => {
        const seen =
          html === null
            ? page
            : pageFromDocument(new DOMParser().parseFromString(html, 'text/html'), url, rules().signals);
        // By the rules that gave the answer on the screen, which may be a pack's.
        return judge(seen, rules(), verdict.date);
      };
      const file = wrongCase({ verdict, page, expected, extension: extension(), judgeFile }, builtInRulebook);
      if ((file.page?.length ?? 0) > largestCase / 2) return { failed: 'too-large' };
      const name = `${file.case.id}.json`;
      saveJson(name, file);
      return { name, same: file.redacted.same };
    })(),
  );
