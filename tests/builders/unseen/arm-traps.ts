import type { Kept } from './probe';

/**
 * The page's first script: keeps the built-ins, puts its own in the place of every one, listens to all it can.
 * Runs in the page: it uses nothing from outside itself.
 */
export function armTraps(root: string): Kept {
  const { getOwnPropertyDescriptor, defineProperty } = Object;
  const { ownKeys, apply, construct, get, has, getOwnPropertyDescriptor: describe } = Reflect;
  const textOf = Function.prototype.call.bind(Function.prototype.toString) as (code: unknown) => string;
  const PlainError = Error;
  const listen = EventTarget.prototype.addEventListener;
  const heard: Kept['heard'] = {};
  const foreign: string[] = [];
  const placed: {
    owner: object;
    name: PropertyKey;
    part: 'value' | 'get' | 'set';
    own: unknown;
    label: string;
  }[] = [];
  const listOf = (kind: string): string[] => {
    heard[kind] ??= [];
    return heard[kind];
  };
  const kept: Kept = {
    isArmed: false,
    heard,
    foreign,
    root,
    note: (kind, what) => {
      if (!kept.isArmed) return;
      kept.isArmed = false;
      const list = listOf(kind);
      if (list.length < 300 && !list.includes(what)) list.push(what);
      if (/-extension:/.test(new PlainError().stack ?? '')) listOf('stack').push(kind);
      kept.isArmed = true;
    },
    told: (kind) => (heard[kind] ?? []).toSorted(),
    replaced: () =>
      placed.flatMap(({ owner, name, part, own, label }) =>
        getOwnPropertyDescriptor(owner, name)?.[part] === own ? [] : [label],
      ),
    setTimeout: setTimeout.bind(window),
    requestAnimationFrame: requestAnimationFrame.bind(window),
    fetch: fetch.bind(window),
    pushState: (
      (push) => (address: string) =>
        apply(push, history, [null, '', address])
    )(history.pushState),
  };
  /** The page's own work is no trace of anybody. */
  const quietly =
    <All extends unknown[]>(kind: string, work: (...all: All) => string | null) =>
    (...all: All): void => {
      if (!kept.isArmed) return;
      kept.isArmed = false;
      const what = work(...all);
      kept.isArmed = true;
      if (what !== null) kept.note(kind, what);
    };
  const hear = (target: EventTarget, name: string, work: (event: Event) => string | null, kind = 'event') =>
    apply(listen, target, [name, quietly(kind, work), true]);

  const place = (owner: object, name: PropertyKey, label: string) => {
    const field = getOwnPropertyDescriptor(owner, name);
    if (field === undefined || name === 'constructor') return;
    let isChanged = false;
    for (const part of ['value', 'get', 'set'] as const) {
      const native = field[part] as unknown;
      if (typeof native !== 'function') continue;
      if (!/\[native code\]/.test(textOf(native))) foreign.push(label);
      if (!field.configurable) continue;
      const own: object = new Proxy(native as () => object, {
        apply: (target, self, all) => {
          kept.note('call', label);
          return apply(target, self, all);
        },
        construct: (target, all, maker) => {
          kept.note('call', `new ${label}`);
          return construct(target, all, maker === own ? target : maker);
        },
      });
      field[part] = own as never;
      placed.push({ owner, name, part, own, label });
      isChanged = true;
    }
    if (isChanged) defineProperty(owner, name, field);
  };
  const spaces = ['console', 'JSON', 'Math', 'Reflect', 'Atomics', 'Intl', 'WebAssembly', 'CSS'];
  for (const name of ownKeys(window)) {
    const value = getOwnPropertyDescriptor(window, name)?.value;
    const isClass = typeof value === 'function';
    if (!isClass && !spaces.includes(String(name))) continue;
    for (const inner of ownKeys(value)) place(value, inner, `${String(name)}.${String(inner)}`);
    if (!isClass) continue;
    for (const inner of ownKeys(value.prototype ?? {}))
      place(value.prototype, inner, `${String(name)}.prototype.${String(inner)}`);
    place(window, name, String(name));
  }

  const names = new Set(['basket', 'tiktok', 'extension', 'custom', 'wxt:content-script-started']);
  for (const object of [window, document, HTMLElement.prototype, Document.prototype])
    for (const name of Object.getOwnPropertyNames(object))
      if (/^on[a-z]/.test(name) && name !== 'onerror') names.add(name.slice(2));
  // Who listens to the device's motion is told of it: that is nobody's doing.
  for (const name of names) if (!name.startsWith('device')) hear(window, name, () => name);
  // What does not load is heard here too, and is the page's own.
  hear(window, 'error', (event) => (event instanceof ErrorEvent ? event.message : null), 'error');
  hear(window, 'unhandledrejection', () => 'rejection', 'error');
  hear(
    document,
    'securitypolicyviolation',
    (event) => (event as SecurityPolicyViolationEvent).blockedURI,
    'policy',
  );
  hear(new BroadcastChannel('basket'), 'message', () => 'basket', 'channel');

  const speaking = quietly('performance', (list: PerformanceObserverEntryList) => {
    const texts = list.getEntries().map((entry) => JSON.stringify(entry));
    return texts.find((text) => /-extension:/.test(text)) ?? null;
  });
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver(speaking).observe({ type, buffered: true });
  const tellChanges = quietly('mutation', (records: MutationRecord[]) =>
    records
      .flatMap(({ type, target, attributeName, addedNodes, removedNodes }) =>
        [type, target, attributeName, ...addedNodes, ...removedNodes].map((one) =>
          one instanceof Node ? one.nodeName : one,
        ),
      )
      .join(' '),
  );
  // The first word of such an observer is of no change.
  let sizesTold = 0;
  const tellSizes = quietly('resize', () => {
    sizesTold += 1;
    return sizesTold === 1 ? null : 'body';
  });

  for (const name of [
    'SIGI_STATE',
    '__UNIVERSAL_DATA_FOR_REHYDRATION__',
    '__NEXT_DATA__',
    '__INITIAL_STATE__',
  ])
    defineProperty(window, name, { configurable: true, get: () => void kept.note('honeypot-state', name) });

  /** Fields of the page's own on its elements, which tell when they are read. */
  const layFields = (element: Element) => {
    for (const name of ['text', 'type', 'textContent', 'innerHTML', 'outerHTML', 'getAttribute', 'dataset']) {
      let owner = Object.getPrototypeOf(element);
      while (owner !== null && !getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner);
      if (owner === null) continue;
      const field = getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      defineProperty(element, name, {
        configurable: true,
        get: () => {
          kept.note('honeypot-element', name);
          return field.get ? apply(field.get, element, []) : field.value;
        },
      });
    }
  };
  /** What React would keep on an element, with getters and a Proxy in it. */
  const reactData = () => {
    const trap = (what: string) => () => void kept.note('react-getter', what);
    const asked =
      (what: string, answer: (target: object, name: PropertyKey) => unknown) =>
      (target: object, name: PropertyKey) => {
        kept.note('react-proxy', what);
        return answer(target, name) as never;
      };
    const stateNode = new Proxy(
      {},
      {
        get: asked('get', get),
        has: asked('has', has),
        getOwnPropertyDescriptor: asked('getOwnPropertyDescriptor', describe),
      },
    );
    const getters = {
      memoizedProps: { enumerable: true, get: trap('memoizedProps') },
      child: { enumerable: true, get: trap('child') },
    };
    return Object.assign(Object.defineProperties({}, getters), { stateNode });
  };
  const layTraps = () => {
    kept.isArmed = false;
    for (const element of document.querySelectorAll('script[id], [id], h1, video')) layFields(element);
    for (const element of document.querySelectorAll('body, body *'))
      Object.assign(element, { __reactFiber$kept: reactData() });
    new MutationObserver(tellChanges).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const sizes = new ResizeObserver(tellSizes);
    for (const element of [document.documentElement, document.body]) sizes.observe(element);
    kept.isArmed = true;
  };
  apply(listen, document, ['DOMContentLoaded', layTraps]);
  kept.isArmed = true;
  return kept;
}
