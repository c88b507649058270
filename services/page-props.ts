import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { ItemReading, RoomReading } from '../core/page/page';
import { readItemObject } from '../core/page/read-item';
import { builtInRulebook } from '../core/rulebook/built-in';
import { type ProbeMode, probeProps } from './props-probe';

const fields = v.record(v.string(), v.unknown());
const answerSchema = v.strictObject({
  items: v.pipe(v.array(fields), v.maxLength(64)),
  room: v.nullable(
    v.strictObject({ hasGoods: v.nullable(v.boolean()), productCount: v.nullable(v.number()) }),
  ),
});

/** An item of the page's own data, with its id. */
export interface PropsItem {
  readonly id: string;
  readonly reading: ItemReading;
}

export interface PropsReading {
  readonly items: readonly PropsItem[];
  readonly room: RoomReading | null;
}

const nothing: PropsReading = { items: [], room: null };

/** Reads a tab's page data through the elements that draw them. Finds nothing where scripts may not run. */
export async function readProps(tabId: number, mode: ProbeMode, itemId = ''): Promise<PropsReading> {
  const { whole, fields: names, words, room, limits } = builtInRulebook.props;
  const ask = { mode, itemId, rules: { whole, fields: names, words, room, limits } };
  const results = await browser.scripting
    .executeScript({ target: { tabId }, world: 'MAIN', func: probeProps as () => unknown, args: [ask] })
    .catch(() => []);
  const parsed = v.safeParse(answerSchema, results[0]?.result);
  if (!parsed.success) return nothing;
  return { items: parsed.output.items.map(asItem), room: parsed.output.room };
}

const asItem = (item: Record<string, unknown>): PropsItem => ({
  id: String(item.id),
  reading: readItemObject(item, 'page props', builtInRulebook.signals),
});
