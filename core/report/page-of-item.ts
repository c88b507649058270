import { addressPage, type Page } from '../page/page';
import type { SignalRules } from '../page/signal-rules';

/** The page that an item found in a page's program would have if it were opened by its own address. */
export function pageOfItem(item: { readonly id: string }, { item: rules }: SignalRules): Page {
  const [place = []] = rules.places;
  const state = place.reduceRight<unknown>((inner, name) => ({ [name]: inner }), item);
  return {
    ...addressPage(`https://www.tiktok.com/@/video/${item.id}`),
    states: { [rules.state]: JSON.stringify(state) },
  };
}
