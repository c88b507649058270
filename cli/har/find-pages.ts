import { findSurface } from '../../core/address/find-surface';
import type { HostRules } from '../../core/rulebook/rulebook';
import type { HarEntry } from './har-entry';

/** What an entry stands for: a page seen in the tab, a redirect on the way to one, or anything else asked for. */
export type Part = 'page' | 'redirect' | 'contact';

const htmlTypes: readonly string[] = ['text/html', 'application/xhtml+xml'];
/** What exports write where the type was not told, such as for a page out of the cache. */
const untoldTypes: readonly string[] = ['', 'x-unknown'];
/** The browser stays on the page it shows. */
const noPage: readonly number[] = [204, 205];

/** Tells pages from the rest, entry by entry in order of time. */
export function findPages(rules: HostRules): (entry: HarEntry) => Part {
  const opened = new Set<string>();
  return (entry) => {
    if (!isInMainFrame(entry, opened, rules)) return 'contact';
    if (entry.isRedirect) return 'redirect';
    if (!wasShown(entry)) return 'contact';
    opened.add(entry.pageref);
    return 'page';
  };
}

/**
 * Whether the tab itself was led there. The browser's own word counts. Without it the first document of a HAR page does,
 * and every document at an address of the rulebook: Safari names one page for all, proxies such as Charles and mitmproxy
 * none. Other later ones may be frames.
 */
function isInMainFrame(entry: HarEntry, opened: ReadonlySet<string>, rules: HostRules): boolean {
  const { destination, resourceType, isPrefetch, pageref, mime, isRedirect } = entry;
  if (isPrefetch) return false;
  if (destination !== '') return destination === 'document';
  if (resourceType !== '' && resourceType !== 'document') return false;
  const isDocument = isRedirect || htmlTypes.includes(mime);
  if (!opened.has(pageref)) return resourceType === 'document' || (isDocument && asksForPage(entry));
  if (resourceType === 'document') return pageref === '';
  return isDocument && asksForPage(entry) && findSurface(entry.url, rules).rule !== null;
}

/**
 * Browsers ask for a page with GET and want HTML; a program in a page mostly says that it takes anything, and so do tools
 * that ask for pages themselves, such as Insomnia and curl.
 */
const asksForPage = ({ method, accept, userAgent }: HarEntry): boolean =>
  (method === 'GET' || method === '') &&
  (accept === '' || accept.includes('text/html') || (accept === '*/*' && !userAgent.startsWith('Mozilla/')));

export const isHtml = ({ mime }: HarEntry): boolean => htmlTypes.includes(mime);

function wasShown({ status, mime }: HarEntry): boolean {
  if (status !== null && (status <= 0 || noPage.includes(status))) return false;
  return htmlTypes.includes(mime) || untoldTypes.includes(mime);
}
