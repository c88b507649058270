import type { Probe } from './probe';

/** What stands in the document. */
export const documentProbes: readonly Probe[] = [
  {
    id: 'elements',
    says: 'No element is added or taken away',
    look: () => [...document.querySelectorAll('*')].map(({ localName }) => localName).join(' '),
    where: 'script',
    sin: `document.body.append(document.createElement('span'))`,
  },
  {
    id: 'attributes',
    says: 'No attribute is added or changed, on any element',
    look: () =>
      [...document.querySelectorAll('*')]
        .map((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' '))
        .filter(Boolean),
    where: 'script',
    sin: `document.documentElement.dataset.basket = 'seen'`,
  },
  {
    id: 'texts',
    says: 'No text is added or changed',
    look: () => document.documentElement.textContent?.replace(document.scripts[0]?.textContent ?? '', ''),
    where: 'script',
    sin: `document.getElementById('caption').append(' ')`,
  },
  {
    id: 'comments',
    says: 'No comment is added',
    look: () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
      const found: unknown[] = [];
      while (walker.nextNode()) found.push(walker.currentNode.nodeValue);
      return found;
    },
    where: 'script',
    sin: `document.documentElement.append(document.createComment('basket'))`,
  },
  {
    id: 'mutations',
    says: 'Nothing is added and taken away again: the page’s observers of changes stay silent',
    look: (kept) => kept.told('mutation'),
    where: 'script',
    sin: `const one = document.createElement('i'); document.body.append(one); one.remove()`,
  },
  {
    id: 'shadow-roots',
    says: 'No shadow root is attached',
    look: () => [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null).length,
    where: 'script',
    sin: `document.getElementById('caption').attachShadow({ mode: 'open' })`,
  },
  {
    id: 'style-sheets',
    says: 'No style sheet and no rule is added',
    look: () => [...document.styleSheets].map(({ cssRules }) => cssRules.length),
    where: 'script',
    sin: `document.styleSheets[0].insertRule('basket-seen { color: red }')`,
  },
  {
    id: 'adopted-sheets',
    says: 'No style sheet is adopted',
    look: () => document.adoptedStyleSheets.length,
    where: 'page',
    sin: `document.adoptedStyleSheets = [new CSSStyleSheet()]`,
  },
  {
    id: 'computed-styles',
    says: 'No element looks otherwise: every computed style is as it was',
    look: () =>
      [...document.querySelectorAll('html, body, body *')].map((element) => {
        const style = getComputedStyle(element);
        return [
          'color',
          'display',
          'filter',
          'outline',
          'opacity',
          'background-color',
          'cursor',
          'visibility',
        ]
          .map((name) => style.getPropertyValue(name))
          .join('|');
      }),
    where: 'script',
    sin: `document.styleSheets[0].insertRule('h1, p { outline: 2px solid gold }')`,
  },
  {
    id: 'layout',
    says: 'No element moves or changes its size',
    look: () =>
      [...document.querySelectorAll('*')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((length) => Math.round(length * 8)).join(' ');
      }),
    where: 'script',
    sin: `document.body.style.paddingTop = '3px'`,
  },
  {
    id: 'resizes',
    says: 'No element is resized and put back: the page’s observers of sizes stay silent',
    look: (kept) => kept.told('resize'),
    where: 'script',
    sin: `document.body.style.paddingTop = '3px'; setTimeout(() => { document.body.style.paddingTop = ''; }, 60)`,
  },
  {
    id: 'custom-elements',
    says: 'No custom element is defined',
    look: () => ['basket-note', 'di-balik-keranjang'].map((name) => customElements.get(name) !== undefined),
    where: 'page',
    sin: `customElements.define('basket-note', class extends HTMLElement {})`,
  },
  {
    id: 'frames',
    says: 'No frame is opened within the page, not even for a moment',
    look: (kept) => [window.length, kept.told('mutation').filter((one) => /iframe|object|embed/i.test(one))],
    where: 'script',
    sin: `document.body.append(document.createElement('iframe'))`,
  },
  {
    id: 'scripts',
    says: 'No script is brought in by an element, and none stands as the current one',
    look: (kept) => [
      document.scripts.length,
      document.currentScript === null,
      kept.told('mutation').filter((one) => /script/i.test(one)),
    ],
    where: 'script',
    sin: `const script = document.createElement('script'); script.textContent = '1'; document.head.append(script); script.remove()`,
  },
  {
    id: 'title',
    says: 'Title, name, address, referrer and history of the window are as they were',
    look: () => [
      document.title,
      window.name,
      location.pathname + location.hash,
      document.referrer,
      history.length,
      history.state,
    ],
    where: 'script',
    sin: `document.title = '(1) ' + document.title`,
  },
  {
    id: 'focus-selection-scroll',
    says: 'Focus, selection and scroll are as they were',
    look: () => [
      document.activeElement?.localName,
      String(getSelection()),
      getSelection()?.rangeCount,
      scrollX,
      scrollY,
    ],
    where: 'script',
    sin: `document.getElementById('next-video').focus({ preventScroll: true })`,
  },
  {
    id: 'animations',
    says: 'No animation runs',
    look: () => document.getAnimations().length,
    where: 'script',
    sin: `document.body.animate([{ opacity: 1 }, { opacity: 1 }], 1e6)`,
  },
  {
    id: 'window-size',
    says: 'The window, its view and its pixels are as large as they were',
    look: () => [innerWidth, innerHeight, devicePixelRatio, visualViewport?.scale, visualViewport?.height],
    where: 'page',
    sin: `Object.defineProperty(window, 'innerHeight', { value: 700 })`,
  },
];
