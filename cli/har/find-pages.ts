import type { HarEntry } from './har-entry';

/** What an entry stands for: a page seen in the tab, a redirect on the way to one, or anything else asked for. */
export type Part = 'page' | 'redirect' | 'contact';

const htmlTypes: readonly string[] = ['text/html', 'application/xhtml+xml'];
/** What exports write where the type was not told, such as for a page out of the cache. */
const untoldTypes: readonly string[] = ['', 'x-unknown'];
/** The browser stays on the page it shows. */
const noPage: readonly number[] = [204, 205];

/** Tells pages from the rest, entry by entry in order of time. */
export function findPages(): (entry: HarEntry) => Part {
  const opened = new Set<string>();
  return (entry) => {
    if (!isInMainFrame(entry, opened)) return 'contact';
    if (entry.isRedirect) return 'redirect';
    if (!wasShown(entry)) return 'contact';
    opened.add(entry.pageref);
    return 'page';
  };
}

/**
 * Whether the tab itself was led there. The browser's own word counts; without it the first document of a HAR page
 * does, as later ones may be frames.
 */
function isInMainFrame(
  { destination, resourceType, isPrefetch, pageref, mime, isRedirect }: HarEntry,
  opened: ReadonlySet<string>,
): boolean {
  if (isPrefetch) return false;
  if (destination !== '') return destination === 'document';
  if (resourceType !== '' && resourceType !== 'document') return false;
  if (opened.has(pageref)) return pageref === '' && resourceType === 'document';
  return resourceType === 'document' || isRedirect || htmlTypes.includes(mime);
}

function wasShown({ status, mime }: HarEntry): boolean {
  if (status !== null && (status <= 0 || noPage.includes(status))) return false;
  return htmlTypes.includes(mime) || untoldTypes.includes(mime);
}
