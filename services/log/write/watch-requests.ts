import browser, { type WebRequest } from 'webextension-polyfill';
import { sameAddress } from '../../../core/address/same-address';
import { contactOfRequest } from '../../../core/flow/contact-of-request';
import { isOurs } from '../../browser/permitted-hosts';
import { rules } from '../../rulebook/rules-in-use';
import { onRecording, readRecording } from '../../settings/recording';
import type { TabPart } from '../../tabs/follow-tabs';
import type { HeldContacts } from './held-contacts';
import { requestView } from './request-view';

const filter = { urls: ['https://*/*', 'wss://*/*'] };

/** Where the two browsers name who started a request, and what else they tell of it. */
interface Details extends WebRequest.OnCompletedDetailsType {
  /** Chromium: an origin, or the word "null". */
  readonly initiator?: string;
  readonly error?: string;
  /** Where a redirect leads. */
  readonly redirectUrl?: string;
  /** Chromium: whether the page that asks is shown. */
  readonly documentLifecycle?: string;
  /** Firefox: the pages that a frame stands in, the tab’s own last. */
  readonly frameAncestors?: readonly { readonly url: string }[];
}

/**
 * While recording is on and the person has granted it: counts the hosts that pages of our hosts ask, with method and
 * outcome, from the browser's request log. It only listens; nothing is held up or changed. Requests of other pages,
 * private windows and service workers (which belong to no tab) are dropped at once.
 */
export function watchRequests(held: HeldContacts): TabPart {
  const tabs = new Map<number, Promise<{ isPrivate: boolean; isOurs: boolean }>>();
  const tabOf = (tabId: number) => {
    const known =
      tabs.get(tabId) ??
      browser.tabs.get(tabId).then(
        ({ incognito, url }) => ({ isPrivate: incognito, isOurs: isOurs(url ?? '') }),
        () => ({ isPrivate: true, isOurs: false }),
      );
    tabs.set(tabId, known);
    return known;
  };
  const forget = (tabId: number): void => void tabs.delete(tabId);
  /** Tabs by the request for their next page: Firefox no longer knows the tab where that page got another process. */
  const coming = new Map<string, number>();
  const begun = ({ requestId, tabId }: { requestId: string; tabId: number }): undefined => {
    if (tabId >= 0) coming.set(requestId, tabId);
  };

  let isWanted = wanted();
  let isReported = false;

  const onRequest = async (seen: Details): Promise<void> => {
    const { requestId, type, url } = seen;
    const isPage = type === 'main_frame';
    const tabId = seen.tabId >= 0 ? seen.tabId : (coming.get(requestId) ?? -1);
    // A redirect goes on under the same number.
    if (isPage && seen.redirectUrl === undefined) coming.delete(requestId);
    const startedBy = seen.initiator ?? seen.originUrl ?? seen.documentUrl ?? null;
    const isByOurs = isOurs(startedBy ?? '');
    // An answer out of the browser's own cache, or a redirect of its own, is no contact.
    const isOwnRedirect = /internal redirect/i.test(seen.statusLine ?? '');
    // A page that is prepared may never be shown: what it asks for is no step of anybody.
    const isPrepared = seen.documentLifecycle === 'prerender';
    if (tabId < 0 || seen.fromCache || isOwnRedirect || isPrepared || !(await isWanted)) return;
    if (!isReported) void requestView.saveReported(true);
    isReported = true;
    // A page is asked for by the page before it; of a frame the tab, or Firefox at once, tells what page it stands in.
    // A page that is just coming has a frame's number in Chromium, while the tab still tells the page before it.
    const isFrame = seen.frameId !== 0 && seen.parentFrameId !== -1;
    const isRelevant = isPage ? isByOurs || isOurs(url) : isByOurs || isFrame;
    if (!isRelevant) return;
    const tab = await tabOf(tabId);
    const top = seen.frameAncestors?.at(-1)?.url;
    const isInOurs = isFrame && top !== undefined ? isOurs(top) : tab.isOurs;
    if (tab.isPrivate || !(isPage || isInOurs)) return;
    const { method, statusCode, error = null } = seen;
    const contact = contactOfRequest(
      { url, method, type, status: statusCode ?? null, error, startedBy },
      rules().hosts,
    );
    if (contact === null) return;
    // Firefox tells of a page's own document when all of it is there: the page may have been judged by then.
    if (isPage && isOurs(url) && !(await isThere(tabId, url))) held.pageComing(tabId);
    held.add(tabId, [contact]);
    // The flow may end where its tab goes now: what led there is still its own.
    if (isPage && !isOurs(url)) held.flush(tabId);
  };
  const listener = (details: object): void => void onRequest(details as Details);
  const events = () => {
    const log = browser.webRequest as WebRequest.Static | undefined;
    return log ? [log.onBeforeRedirect, log.onCompleted, log.onErrorOccurred] : [];
  };
  const pageFilter = { ...filter, types: ['main_frame' as const] };
  const listen = () => {
    browser.webRequest?.onBeforeRequest.addListener(begun, pageFilter);
    for (const event of events()) if (!event.hasListener(listener)) event.addListener(listener, filter);
  };
  const settle = async () => {
    isWanted = wanted();
    if (await isWanted) return listen();
    browser.webRequest?.onBeforeRequest.removeListener(begun);
    for (const event of events()) event.removeListener(listener);
  };

  // At once, not after a wait: only so does a request wake the background. It is given up again where not wanted.
  listen();
  void settle();
  onRecording(() => void settle());
  requestView.onChange(async () => {
    await settle();
    if ((await requestView.read()) !== 'off') return;
    isReported = false;
    await requestView.saveReported(false);
  });
  return { coming: forget, moved: forget, left: forget };
}

/** Whether a tab shows an address by now. */
const isThere = async (tabId: number, address: string): Promise<boolean> => {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.status === 'complete' && sameAddress(tab.url ?? '', address);
};

const wanted = async (): Promise<boolean> =>
  (await readRecording()).on && (await requestView.read()) !== 'off';
