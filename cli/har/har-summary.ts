import { findSurface } from '../../core/address/find-surface';
import { ownedHost } from '../../core/address/owned-host';
import type { HostRules } from '../../core/rulebook/rulebook';
import { isHtml } from './find-pages';
import type { HarEntry } from './har-entry';
import { bodyOf } from './page-of';

/** What became of a HAR file, told at its end: nothing of it goes missing in silence. */
export interface HarSummary {
  pages: number;
  /** Pages of ours whose body is not in the file, or still compressed. */
  withoutBody: number;
  /** Documents of the companies' hosts that are no page the rulebook knows. */
  notRecognised: number;
  /** Answers of TikTok's own interface: their items are not judged. */
  interfaceAnswers: number;
}

export const emptySummary = (): HarSummary => ({
  pages: 0,
  withoutBody: 0,
  notRecognised: 0,
  interfaceAnswers: 0,
});

/** Counts one entry in. `isPage`: it was taken for a page of the tab. */
export function countEntry(summary: HarSummary, entry: HarEntry, isPage: boolean, rules: HostRules): void {
  const { rule, owner } = findSurface(entry.url, rules);
  if (owner === null && ownedHost(entry.url.hostname, rules)?.role !== 'share-link') return;
  if (isPage && rule !== null) {
    summary.pages += 1;
    if ((entry.status ?? 200) < 400 && bodyOf(entry) === null) summary.withoutBody += 1;
  } else if (isPage || ((isHtml(entry) || asksForDocument(entry)) && mayBePage(entry)))
    summary.notRecognised += entry.isRedirect ? 0 : 1;
  else if (/\/(?:api|aweme)\//.test(entry.url.pathname) && /json|protobuf/.test(entry.mime))
    summary.interfaceAnswers += 1;
}

/** What the browser itself asked for as a page, whatever type the answer claims to be. */
const asksForDocument = ({ destination, resourceType }: HarEntry): boolean =>
  destination === 'document' || resourceType === 'document';

/** What the browser itself says a program of the page asked for is no page, whatever was answered. */
const mayBePage = ({ destination }: HarEntry): boolean => destination === '' || destination === 'document';

/** The one line for the person at the terminal. */
export const tellSummary = (summary: HarSummary): string =>
  [
    `pages found: ${summary.pages}`,
    `unread for want of a body: ${summary.withoutBody}`,
    `not recognised: ${summary.notRecognised}`,
    `answers of TikTok's interface not read: ${summary.interfaceAnswers}`,
  ].join(', ');
