type Clock = Pick<Performance, 'getEntriesByType'>;

/**
 * How the document was answered, for as long as it shows what it was answered with.
 *
 * @returns asks for the HTTP status of the answer; null where the browser does not say, and after the first move within
 *   the page
 */
export function servedPage(
  document: Pick<Document, 'URL' | 'readyState'>,
  clock: Clock,
): () => number | null {
  /** Browsers from before 2023 do not have the field. */
  const entry = () =>
    clock.getEntriesByType('navigation')[0] as
      | (Pick<PerformanceNavigationTiming, 'name'> & { responseStatus?: number })
      | undefined;
  const served = withoutFragment(document.URL);
  // A script that came late knows the page's first address by the browser's word alone.
  let hasMoved = document.readyState === 'complete' && withoutFragment(entry()?.name ?? '') !== served;
  return () => {
    hasMoved ||= withoutFragment(document.URL) !== served;
    const status = entry()?.responseStatus ?? 0;
    return hasMoved || !Number.isInteger(status) || status < 100 || status > 999 ? null : status;
  };
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');
