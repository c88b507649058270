import browser from 'webextension-polyfill';
import type { Saved } from '../../components/popup/saved';
import { cleanAddress } from '../../core/address/clean-address';
import { pageFromDocument } from '../../core/page/from-document';
import { driftReport } from '../../core/report/drift-report';
import { largestCase } from '../../core/report/largest-case';
import { type Expected, wrongCase } from '../../core/report/wrong-case';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { isOurs } from '../../services/permitted-hosts';
import { PageUnread, readRedactedPage, readShapes, redacted } from '../../services/report/ask-for-report';
import { saveParts } from '../../services/save-file';

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
      const page = isOurs(address)
        ? await readRedactedPage(tabId)
        : redacted({ address, states: null, marks: [], drawnLink: null });
      const judgeFile = (html: string | null, url: string): Verdict => {
        const seen =
          html === null
            ? page
            : pageFromDocument(new DOMParser().parseFromString(html, 'text/html'), url, signals);
        return judge(seen, builtInRulebook, verdict.date);
      };
      const file = wrongCase({ verdict, page, expected, extension: extension(), judgeFile }, signals);
      if ((file.page?.length ?? 0) > largestCase / 2) return { failed: 'too-large' };
      const name = `${file.case.id}.json`;
      saveJson(name, file);
      return { name, same: file.redacted.same };
    })(),
  );
