import type { Probe } from './probe';

/** What stands in the page's own world of scripts, and what is heard of calls in it. */
export const worldProbes: readonly Probe[] = [
  {
    id: 'globals',
    says: 'No global is added to the window or the document',
    look: () =>
      [window, document, navigator].map((object) => Reflect.ownKeys(object).map(String).toSorted().join(' ')),
    where: 'page',
    sin: `window.diBalikKeranjang = true`,
  },
  {
    id: 'prototypes',
    says: 'No property is added to any class or its prototype',
    look: () =>
      Object.getOwnPropertyNames(window)
        .toSorted()
        .flatMap((name) => {
          const field = Object.getOwnPropertyDescriptor(window, name)?.value;
          if (typeof field !== 'function' || !/^[A-Z]/.test(name)) return [];
          return [field, field.prototype ?? {}].map(
            (object) => `${name}: ${Reflect.ownKeys(object).map(String).toSorted().join(' ')}`,
          );
        }),
    where: 'page',
    sin: `Array.prototype.basket = undefined`,
  },
  {
    id: 'natives-before',
    says: 'Every built-in is the browser’s own when the page’s first script runs: fetch, XMLHttpRequest, pushState, addEventListener, JSON.parse, Promise and all others',
    look: ({ foreign }) => foreign,
    where: 'page',
    sin: `const parse = JSON.parse; JSON.parse = (...all) => parse(...all)`,
  },
  {
    id: 'natives-after',
    says: 'No built-in is replaced later',
    look: (kept) => kept.replaced(),
    where: 'page',
    sin: `if (document.readyState === 'complete') History.prototype.pushState = function pushState() {}`,
  },
  {
    id: 'calls',
    says: 'No built-in is called that the page has put its own in place of: no look-up, no getter, no text read',
    look: (kept) => kept.told('call'),
    where: 'page',
    sin: `document.getElementById('SIGI_STATE')`,
  },
  {
    id: 'console',
    says: 'Nothing is written to the page’s console',
    look: (kept) => kept.told('call').filter((one) => one.startsWith('console')),
    where: 'page',
    sin: `console.debug('basket')`,
  },
  {
    id: 'honeypot-elements',
    says: 'No field is read that the page has laid over its own elements: text, type, content, id',
    look: (kept) => kept.told('honeypot-element'),
    where: 'page',
    sin: `document.scripts[1].text`,
  },
  {
    id: 'honeypot-state',
    says: 'No global is read that a page may keep its state in',
    look: (kept) => kept.told('honeypot-state'),
    where: 'page',
    sin: `window.SIGI_STATE`,
  },
  {
    id: 'react-getters',
    says: 'No getter is run in what React keeps on the page’s elements',
    look: (kept) => kept.told('react-getter'),
    where: 'page',
    sin: `document.body.__reactFiber$kept.memoizedProps`,
  },
  {
    id: 'react-proxies',
    says: 'No Proxy is asked in what React keeps on the page’s elements',
    look: (kept) => kept.told('react-proxy'),
    where: 'page',
    sin: `'child' in document.body.__reactFiber$kept.stateNode`,
  },
  {
    id: 'runtime',
    says: 'The page has no way to speak to an extension',
    look: () =>
      ['chrome', 'browser'].map((name) => {
        const object = (window as unknown as Record<string, { runtime?: object } | undefined>)[name];
        return [typeof object, typeof object?.runtime];
      }),
    where: 'page',
    sin: `window.browser = { runtime: { sendMessage() {} } }`,
  },
  {
    id: 'stacks',
    says: 'No stack of calls and no error names an address of the extension',
    look: (kept) => kept.told('stack'),
    where: 'page',
    sin: `fetch('data:,')`,
  },
  {
    id: 'errors',
    says: 'No error and no unhandled rejection reaches the page',
    look: (kept) => kept.told('error'),
    where: 'page',
    sin: `throw new Error('basket')`,
  },
  {
    id: 'timers',
    says: 'No number of the page’s timers and frames is used up: they go on as if nobody else counted',
    look: ({ setTimeout: timer, requestAnimationFrame: frame }) => [
      timer(() => undefined, 0),
      frame(() => undefined),
    ],
    where: 'script',
    sin: `setTimeout(() => undefined, 10)`,
  },
  {
    id: 'navigator',
    says: 'What the page can ask of the browser itself is as it was',
    look: () => [navigator.userAgent, navigator.language, navigator.webdriver, navigator.plugins.length],
    where: 'page',
    sin: `Object.defineProperty(Navigator.prototype, 'language', { get: () => 'xx' })`,
  },
];
