import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { ItemReading, RoomReading } from '../../core/page/page';
import { parseJson } from '../../core/page/parse-json';
import { readItemObject } from '../../core/page/read-item';
import { roomSchema } from '../../core/page/reading-schema';
import { type ProbeMode, probeProps } from '../../in-page/read/props-probe';
import { within } from '../browser/within';
import { rules } from '../rulebook/rules-in-use';

/** Longest wait for the page's answer, in ms: the probe itself ends far sooner. */
const patience = 1500;

/** An item's id goes into an address, so it has to be one. */
const fields = v.looseObject({ id: v.pipe(v.string(), v.regex(/^\d{5,25}$/)) });
/** The page's own world answers: it may have changed what every function there does. */
const answerSchema = v.strictObject({
  items: v.pipe(v.array(fields), v.maxLength(64)),
  room: v.nullable(roomSchema),
});

/** An item of the page's own data, with its id. */
interface PropsItem {
  readonly id: string;
  readonly reading: ItemReading;
}

export interface PropsReading {
  readonly items: readonly PropsItem[];
  readonly room: RoomReading | null;
}

type Found = v.InferOutput<typeof answerSchema>;

async function probe(tabId: number, mode: ProbeMode, itemId: string): Promise<Found> {
  const { whole, fields: names, words, room, limits } = rules().props;
  const ask = { mode, itemId, rules: { whole, fields: names, words, room, limits } };
  // Firefox lets a script look into the page's objects from its own world, where no built-in is the page's.
  const world = browser.runtime.getURL('').startsWith('moz-') ? 'ISOLATED' : 'MAIN';
  const asked = browser.scripting.executeScript({
    target: { tabId },
    world,
    func: probeProps as () => unknown,
    args: [ask],
  });
  // A page that is busy, or keeps our script, has told nothing.
  const [answer] = await within(patience, asked).catch(() => []);
  const parsed = v.safeParse(answerSchema, parseJson(String(answer?.result)));
  if (!parsed.success) return { items: [], room: null };
  const { items, room: found } = parsed.output;
  return { items: items.filter(({ id }) => mode !== 'item' || id === itemId), room: found };
}

/** Reads a tab's page data through the elements that draw them. Finds nothing where scripts may not run. */
export async function readProps(tabId: number, mode: ProbeMode, itemId = ''): Promise<PropsReading> {
  const { items, room } = await probe(tabId, mode, itemId);
  return { items: items.map(asItem), room };
}

/** The item in view, or the one of this id, as the probe copies it; null where there is none, or more than one. */
export async function readPropsItem(
  tabId: number,
  itemId: string | null,
): Promise<Found['items'][number] | null> {
  const { items } = await probe(tabId, itemId === null ? 'in-view' : 'item', itemId ?? '');
  return new Set(items.map(({ id }) => id)).size === 1 ? (items[0] ?? null) : null;
}

const asItem = (item: v.InferOutput<typeof fields>): PropsItem => ({
  id: item.id,
  reading: readItemObject(item, 'page props', rules().signals),
});
