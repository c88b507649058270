import { isGenuine } from './genuine';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that hold people's words: what stands in them is no state. */
const words = ['desc', 'contents', 'textExtra', 'challenges', 'suggestedWords', 'author', 'music', 'title'];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every object and text below a value, JSON inside texts included, without people's words. */
function* partsOf(value: unknown): Generator<Fields | string> {
  if (Array.isArray(value)) for (const entry of value) yield* partsOf(entry);
  else if (typeof value === 'string') {
    yield value;
    const inner = parsed(value);
    if (typeof inner === 'object') yield* partsOf(inner);
  } else if (isObject(value)) {
    yield value;
    for (const [key, field] of Object.entries(value)) if (!words.includes(key)) yield* partsOf(field);
  }
}

const objectsOf = (value: unknown): Fields[] => [...partsOf(value)].filter(isObject);

/** The items of this id that a state's text holds where pages hold them; none where it is not JSON. */
export function itemsIn(text: string, id: string): Fields[] {
  const state = parsed(text);
  const scope = isObject(state) ? state.__DEFAULT_SCOPE__ : undefined;
  if (!isObject(scope)) return [];
  return ['webapp.video-detail', 'webapp.reflow.video.detail'].flatMap((name) => {
    const place = scope[name];
    const info = isObject(place) ? place.itemInfo : undefined;
    const item = isObject(info) ? info.itemStruct : undefined;
    return isObject(item) && item.id === id ? [item] : [];
  });
}

/** Whether anything in these items names a genuine shop's address: without one, nobody's system can be named. */
const namesGenuineShop = (items: readonly Fields[]): boolean =>
  [...partsOf(items)].some((part) => typeof part === 'string' && isGenuine(part));

/** Whether anything in these items is a field of a shop: with one, no "no" can be true. */
export const holdsShopField = (items: readonly Fields[]): boolean =>
  objectsOf(items).some((part) =>
    ['seo_url', 'component_key', 'product_id'].some((key) => Object.hasOwn(part, key)),
  );

/** Whether these items hold a basket that names no address at all: one that leads nobody knows where. */
const holdsBasketWithoutAddress = (items: readonly Fields[]): boolean =>
  objectsOf(items).some(
    (child) =>
      child.component_key === 'anchor_shop' &&
      objectsOf(child).every(({ seo_url }) => seo_url === undefined || seo_url === null),
  );

/** Whether a "yes" of a video, by whatever system, can be true of these items. */
export const mayBeYes = (items: readonly Fields[], processor: string): boolean =>
  namesGenuineShop(items) || (processor === 'unknown' && holdsBasketWithoutAddress(items));

/** Whether an item has what every video or photo post has. */
export const isWhole = (item: Fields): boolean =>
  item.createTime !== undefined && (item.video !== undefined || item.imagePost !== undefined);
