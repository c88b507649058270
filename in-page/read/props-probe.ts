import type { RoomReading } from '../../core/page/page';
import type { PropsRules } from '../../core/rulebook/rulebook';

/** What is looked for: one item by its id, the item in view, the items of a grid, or a live room. */
export type ProbeMode = 'item' | 'in-view' | 'listed' | 'room';

export interface ProbeAsk {
  readonly mode: ProbeMode;
  /** Empty where the address names no item (null would not survive the way into the page). */
  readonly itemId: string;
  readonly rules: Pick<PropsRules, 'whole' | 'fields' | 'words' | 'room' | 'limits'>;
}

type Fields = Record<string, unknown>;

/** What was found: plain copies of the fields that the judge reads, nothing else of the page's objects. */
export interface ProbeAnswer {
  readonly items: readonly Fields[];
  readonly room: RoomReading | null;
}

/**
 * Looks an item up in the props of the elements that draw it, read-only.
 *
 * It is sent into the page as text, so it is self-contained. In Chromium it runs in the page's own world, with built-ins
 * that a page may have replaced, and so may notice; in Firefox in a world of ours. It changes nothing there, reads data
 * fields only (a getter would run the page's code), and stops at its limits of time and of reads.
 * Never throws: what it does not find is not in its answer, a ProbeAnswer as JSON. Text, as of an
 * object of the page's world `Object.prototype.then` is asked, and awaited without end.
 */
export function probeProps({ mode, itemId, rules }: ProbeAsk): string {
  const { limits } = rules;
  const deadline = performance.now() + limits.milliseconds;
  let reads = 0;
  let characters = 0;
  let over = false; // once over, always over: a late read must not look like a field that is not there
  const isOver = () => {
    reads += 1;
    over ||= reads > limits.reads || (reads % 32 === 0 && performance.now() > deadline);
    return over;
  };
  const unreadable = {}; // stands for a field that is there and cannot be read: no rule fits an empty object

  const read = (object: object, name: string): unknown => {
    if (isOver()) return undefined;
    try {
      const field = Object.getOwnPropertyDescriptor(object, name);
      return field === undefined ? undefined : Object.hasOwn(field, 'value') ? field.value : unreadable;
    } catch {
      return unreadable;
    }
  };
  const keysOf = (object: object, most: number): string[] => {
    if (isOver() || performance.now() > deadline) return [];
    try {
      const keys = Object.keys(object);
      return keys.length > most ? [] : keys;
    } catch {
      return [];
    }
  };
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const isList = (value: unknown): value is unknown[] => {
    try {
      return Array.isArray(value); // a revoked proxy throws here
    } catch {
      return false;
    }
  };
  const idOf = (value: unknown): string | null => {
    const id = isObject(value) ? read(value, 'id') : null;
    return typeof id === 'string' && /^\d{5,25}$/.test(id) ? id : null;
  };
  /** Parts of an item (an id and a caption, say) are passed about too: only a whole one may be judged. */
  const isWhole = (value: object) =>
    rules.whole.every((names) => names.some((name) => read(value, name) !== undefined));

  const follow = (value: unknown, path: readonly string[]): unknown =>
    path.reduce((at, name) => (isObject(at) ? read(at, name) : undefined), value);
  const roomOf = (value: object): RoomReading | null => {
    const hasGoods = follow(value, rules.room.hasGoods);
    const count = follow(value, rules.room.productCount);
    const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0;
    if (typeof hasGoods !== 'boolean' && !isCount) return null;
    return {
      hasGoods: typeof hasGoods === 'boolean' ? hasGoods : null,
      productCount: isCount ? count : null,
    };
  };

  const copy = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') {
      characters += value.length;
      return characters > limits.characters ? unreadable : value;
    }
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    if (!isObject(value) || depth === 0 || isOver()) return unreadable;
    if (isList(value)) {
      const length = read(value, 'length');
      if (typeof length !== 'number' || length > limits.entries) return unreadable;
      return Array.from({ length }, (_, index) => copy(read(value, String(index)), depth - 1));
    }
    return copyFields(value, keysOf(value, limits.keys), depth);
  };
  const copyFields = (value: object, keys: readonly string[], depth: number): Fields =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const field = read(value, key);
        return field === undefined ? [] : [[key, copy(field, depth - 1)]];
      }),
    );
  /** The judge's fields in full, the caption's first words, and of every other field that it is there. */
  const copyItem = (item: object): Fields | null => {
    const keys = keysOf(item, limits.keys);
    if (keys.length === 0) return null;
    const made: Fields = Object.create(null); // no setter of the page's is reached by a field's name
    for (const key of keys) {
      const field = read(item, key);
      if (field === undefined || field === null) continue;
      if (rules.fields.includes(key)) made[key] = copy(field, 6);
      else if (rules.words.includes(key)) made[key] = typeof field === 'string' ? field.slice(0, 200) : true;
      else made[key] = true;
    }
    return isOver() ? null : made;
  };

  const copyIfWhole = (item: object): Fields[] => {
    const made = copyItem(item);
    return made === null ? [] : [made];
  };

  /** The objects among a component's props, and one level below; lists only where the id tells entries apart. */
  const candidatesIn = (props: unknown): object[] => {
    if (!isObject(props)) return [];
    const below = (value: unknown, withLists: boolean): unknown[] => {
      if (!isObject(value)) return [];
      if (isList(value)) {
        if (!withLists) return [];
        const length = Math.min(Number(read(value, 'length')) || 0, limits.entries);
        return Array.from({ length }, (_, index) => read(value, String(index)));
      }
      return keysOf(value, limits.keys)
        .filter((key) => key !== 'children')
        .map((key) => read(value, key));
    };
    const withLists = itemId !== '' || mode === 'listed';
    const first = below(props, false);
    return [...first, ...first.flatMap((value) => below(value, withLists))].filter(isObject);
  };

  /**
   * The components that drew an element, innermost first. React keeps two versions of each and an element may
   * point to the old one, with the last item's props: the root says which is current, and one follows it down.
   */
  const componentsOf = (element: Element | null): object[] => {
    // In Firefox's world of ours an element shows what the page has put on it only so.
    const drawn = (element as { wrappedJSObject?: Element } | null)?.wrappedJSObject ?? element;
    const key = drawn && keysOf(drawn, limits.keys).find((name) => name.startsWith('__reactFiber$'));
    const path: object[] = [];
    let fiber = key ? read(drawn, key) : null;
    while (isObject(fiber) && path.length < limits.levels && !isOver()) {
      path.push(fiber);
      fiber = read(fiber, 'return');
    }
    const root = path.pop();
    const holder = root && read(root, 'stateNode');
    let current = isObject(holder) ? read(holder, 'current') : null;
    if (!isObject(current) || (current !== root && read(current, 'alternate') !== root)) return [];
    const found: object[] = [];
    for (const wanted of path.reverse()) {
      const twin = read(wanted, 'alternate');
      let child = read(current as object, 'child');
      while (isObject(child) && child !== wanted && child !== twin && !isOver())
        child = read(child, 'sibling');
      if (!isObject(child)) return [];
      current = child;
      found.unshift(child);
    }
    return found;
  };
  /** Walks up from an element through the components that drew it, until one level holds what `choose` takes. */
  const climb = (element: Element | null, choose: (candidates: object[]) => object[]): object[] => {
    for (const component of componentsOf(element)) {
      if (isOver()) return [];
      const chosen = choose(candidatesIn(read(component, 'memoizedProps')));
      if (chosen.length > 0) return chosen;
    }
    return [];
  };

  const areaInView = (element: Element): number => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return Math.max(0, width) * Math.max(0, height);
  };
  /** Videos by how much of them is seen, the most first; then what lies in the middle (photo posts have no video). */
  const elementsInView = (): (Element | null)[] => {
    const videos = [...document.getElementsByTagName('video')].slice(0, limits.entries);
    const seen = videos.map((video) => ({ video, area: areaInView(video) })).filter(({ area }) => area > 0);
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const sorted = seen.sort((a, b) => b.area - a.area).map(({ video }) => video);
    return mode === 'in-view' ? [sorted[0] ?? middle] : [middle, ...sorted];
  };
  const itemsFrom = (element: Element | null, id: string): object[] =>
    climb(element, (candidates) => {
      const items = [...new Set(candidates)].filter((value) => {
        const own = idOf(value);
        return own !== null && (id === '' || own === id) && isWhole(value);
      });
      // Several items at one level, and no id to choose by: that is a list, and none of them is meant.
      return id === '' && new Set(items.map(idOf)).size > 1 ? [] : items;
    });

  const roomsFrom = (element: Element | null): object[] =>
    climb(element, (candidates) => candidates.filter((value) => roomOf(value) !== null));
  const listed = (): object[] => {
    const links = [...document.querySelectorAll('a[href*="/video/"], a[href*="/photo/"]')].slice(0, 200);
    const seen = links.filter((link) => areaInView(link) > 0).slice(0, limits.listed);
    return seen.flatMap((link) => {
      const id = /\/(?:video|photo)\/(\d{5,25})/.exec(link.getAttribute('href') ?? '')?.[1] ?? null;
      return id === null ? [] : itemsFrom(link, id).slice(0, 1);
    });
  };
  const firstIn = (look: (element: Element | null) => object[]): object[] =>
    elementsInView().reduce<object[]>((found, element) => (found.length > 0 ? found : look(element)), []);
  const answer: { -readonly [name in keyof ProbeAnswer]: ProbeAnswer[name] } = { items: [], room: null };
  try {
    if (mode === 'room') answer.room = firstIn(roomsFrom).map(roomOf)[0] ?? null;
    else {
      const items =
        mode === 'listed' ? listed() : firstIn((element) => itemsFrom(element, itemId).slice(0, 4));
      answer.items = items.flatMap(copyIfWhole);
    }
    return JSON.stringify(answer);
  } catch {
    return '{"items":[],"room":null}'; // the page's objects may do anything
  }
}
