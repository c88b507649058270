type Clock = Pick<Performance, 'getEntriesByType'>;

/** How the document was answered, for as long as it shows what it was answered with. */
export class ServedPage {
  private readonly served: string;
  private hasMoved: boolean;

  constructor(
    private readonly document: Pick<Document, 'URL' | 'readyState'>,
    private readonly clock: Clock,
  ) {
    this.served = withoutFragment(document.URL);
    // A script that came late knows the page's first address by the browser's word alone.
    this.hasMoved =
      document.readyState === 'complete' && withoutFragment(this.entry()?.name ?? '') !== this.served;
  }

  /** The HTTP status of the answer; null where the browser does not say, and after the first move within the page. */
  status(): number | null {
    this.hasMoved ||= withoutFragment(this.document.URL) !== this.served;
    const status = this.entry()?.responseStatus ?? 0;
    return this.hasMoved || !Number.isInteger(status) || status < 100 || status > 999 ? null : status;
  }

  /** Browsers from before 2023 do not have the field. */
  private entry(): (Pick<PerformanceNavigationTiming, 'name'> & { responseStatus?: number }) | undefined {
    return this.clock.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  }
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');
