import type { BrowserName } from '../../../demo/drive/driver';

/** What happens to the page, beyond being read when it loads. */
export type Happening = 'load' | 'popup' | 'move' | 'recording' | 'capture';

interface KnownTrace {
  readonly happening: Happening;
  readonly browsers: readonly BrowserName[];
  readonly probes: readonly string[];
  readonly why: string;
}

/** What a page can notice all the same. Nothing else may be found. */
const knownTraces: readonly KnownTrace[] = [
  {
    happening: 'popup',
    browsers: ['Chromium', 'Firefox'],
    probes: ['events', 'focus-selection-scroll'],
    why: 'Whoever presses a button of the browser takes the focus off the page, whatever the button does',
  },
  {
    happening: 'move',
    browsers: ['Chromium'],
    probes: ['calls', 'react-proxies'],
    why: 'Chromium shows the data of the page’s program only to scripts in the page’s own world, with the page’s built-ins',
  },
  {
    happening: 'move',
    browsers: ['Firefox'],
    probes: ['react-proxies'],
    why: 'A Proxy is the page’s own code, and nothing tells one before it is asked',
  },
  {
    happening: 'capture',
    browsers: ['Chromium', 'Firefox'],
    probes: ['events', 'focus-selection-scroll'],
    why: 'The person pressed the button of the browser, and a page that is scrolled hears of it',
  },
];

export const isKnown = (probe: string, happening: Happening, browser: BrowserName): boolean =>
  knownTraces.some(
    (known) =>
      known.happening === happening && known.browsers.includes(browser) && known.probes.includes(probe),
  );
