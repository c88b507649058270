/** A live room as the app sees it; what it says of goods is nobody's business there. */
export interface Room extends Readonly<Record<string, unknown>> {
  readonly id_str: string;
  readonly owner: { readonly id_str: string; readonly display_id: string; readonly nickname: string };
  readonly title: string;
  readonly user_count: number;
}

/** The live rooms by handle: one with goods, one without, and one that does not say. */
export const liveRooms: Readonly<Record<string, Room>> = {
  feedlive: room('feedlive', '7610000000000000901', 'Siaran contoh dengan etalase', goods(3)),
  feedlivequiet: room('feedlivequiet', '7610000000000000902', 'Siaran contoh, ngobrol saja', goods(0)),
  feedliveplain: room('feedliveplain', '7610000000000000903', 'Siaran contoh tanpa keterangan', {}),
};

function room(handle: string, id: string, title: string, more: Record<string, unknown>): Room {
  return {
    id_str: id,
    owner: { id_str: '7000000000000000019', display_id: handle, nickname: 'Akun Siaran' },
    title,
    status: 2,
    user_count: 21,
    ...more,
  };
}

function goods(count: number): Record<string, unknown> {
  const hasGoods = count > 0;
  return {
    has_commerce_goods: hasGoods,
    existed_commerce_goods: hasGoods,
    ecommerce_room_tags: [],
    commerce_info: { commerce_permission: hasGoods ? 1 : 0, product_num: count, use_async_load: true },
  };
}
