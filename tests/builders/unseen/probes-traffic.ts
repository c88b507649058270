import type { Probe } from './probe';

/** What is heard, kept, loaded or measured. */
export const trafficProbes: readonly Probe[] = [
  {
    id: 'messages',
    says: 'No message is posted to the page',
    look: (kept) => kept.told('event').filter((one) => /message/.test(one)),
    where: 'script',
    sin: `window.postMessage({ basket: true }, '*')`,
  },
  {
    id: 'channels',
    says: 'Nothing is said on a channel that the page listens to',
    look: (kept) => kept.told('channel'),
    where: 'script',
    sin: `new BroadcastChannel('basket').postMessage(1)`,
  },
  {
    id: 'events',
    says: 'No event of any known name comes that the page and the person did not cause',
    look: (kept) => kept.told('event').filter((one) => !/message/.test(one)),
    where: 'script',
    sin: `document.dispatchEvent(new CustomEvent('basket'))`,
  },
  {
    id: 'listeners',
    says: 'The page’s own events run as before: not stopped, not prevented, seen once',
    look: () => {
      const names = [
        'click',
        'keydown',
        'copy',
        'paste',
        'contextmenu',
        'submit',
        'wheel',
        'touchstart',
        'popstate',
      ];
      return names.map((name) => {
        let times = 0;
        const count = () => (times += 1);
        const event = new Event(name, { bubbles: true, cancelable: true });
        const target = document.getElementById('caption') as HTMLElement;
        window.addEventListener(name, count);
        const wasLet = target.dispatchEvent(event);
        window.removeEventListener(name, count);
        return [name, times, wasLet, event.defaultPrevented];
      });
    },
    where: 'script',
    sin: `addEventListener('copy', (event) => event.stopImmediatePropagation(), true)`,
  },
  {
    id: 'storage',
    says: 'Nothing is kept in the page’s storage, cookies or caches',
    look: async () => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      document.cookie,
      (await indexedDB.databases()).map(({ name }) => name),
      await caches.keys(),
    ],
    where: 'script',
    sin: `sessionStorage.setItem('basket', '1')`,
  },
  {
    id: 'databases',
    says: 'No database is opened in the page’s name',
    look: async () => (await indexedDB.databases()).length,
    where: 'page',
    sin: `indexedDB.open('basket')`,
  },
  {
    id: 'service-worker',
    says: 'No service worker stands behind the page',
    look: async () => [
      navigator.serviceWorker.controller === null,
      (await navigator.serviceWorker.getRegistrations()).length,
    ],
    where: 'page',
    sin: `Object.defineProperty(navigator.serviceWorker, 'controller', { value: {} })`,
  },
  {
    id: 'resource-timing',
    says: 'The list of what was loaded names nothing but the page’s own',
    look: () =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.replace(/[?].*/, ''))
        .filter((name) => !name.includes('/probe/'))
        .toSorted(),
    where: 'page',
    sin: `fetch('/asked-by-script').then((answer) => answer.text())`,
  },
  {
    id: 'marks',
    says: 'No mark and no measure is set',
    look: () => ['mark', 'measure'].map((type) => performance.getEntriesByType(type).length),
    where: 'script',
    sin: `performance.mark('basket')`,
  },
  {
    id: 'performance-names',
    says: 'No entry of any list of performance names the extension',
    look: (kept) => kept.told('performance'),
    where: 'page',
    sin: `performance.mark('chrome-extension://basket')`,
  },
  {
    id: 'policy-reports',
    says: 'Nothing breaks the page’s policy: no violation is reported to it',
    look: (kept) => kept.told('policy'),
    where: 'page',
    sin: `document.body.append(Object.assign(new Image(), { src: 'https://nobody.example/x.png' }))`,
  },
  {
    id: 'resources',
    says: 'No file of the extension can be loaded: each fails as that of a made-up extension does, in every way of asking',
    look: async ({ root, fetch: ask }) => {
      const files = [
        'manifest.json',
        'popup.html',
        'page-reader.js',
        'host-observer.js',
        'page-layout.js',
        'personal-finder.js',
        'icon/plain-16.png',
        '_locales/en/messages.json',
        'no-such-file.js',
      ];
      const by = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement, start: () => void) =>
        new Promise((resolve) => {
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('failed');
          start();
        });
      const ways = files.map(async (file) => {
        const address = root + file;
        const image = new Image();
        const script = document.createElement('script');
        const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
        const found = await Promise.all([
          ask(address).then(
            ({ status }) => status,
            ({ name }) => name,
          ),
          by(image, () => {
            image.src = address;
          }),
          by(script, () => {
            script.src = address;
            document.head.append(script);
          }),
          by(sheet, () => {
            sheet.href = address;
            document.head.append(sheet);
          }),
        ]);
        script.remove();
        sheet.remove();
        return [file, ...found];
      });
      return Promise.all(ways);
    },
    where: 'manifest',
    sin: '',
  },
];
