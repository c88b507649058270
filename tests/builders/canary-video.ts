import type { Page } from '../../core/page/page';
import {
  basketItem,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
  videoState,
} from '../../demo/shop/video-state';
import { canaries } from './canary-page';

const { name, handle, phone, mail, street, order, token } = canaries;

/** The viewed video's id, the shop's and the seller's: nobody's in the demo, somebody's on a real page. */
const canaryVideoId = '7600000000000004177';
export const canaryTexts = [
  ...Object.values(canaries),
  canaryVideoId,
  'Kenanga',
  'Cempaka',
  'toko.canary',
  'canaryfriend',
  'botol-minum-contoh',
  '1730000000000000001',
  'Botol Minum',
];

const item = {
  ...basketItem(canaryVideoId, `${name} jual botol, hubungi ${phone}`, [shopChild(SHOP_ID_PRODUCT)]),
  author: {
    id: order,
    uniqueId: handle,
    nickname: name,
    avatarThumb: `https://p16.tiktokcdn.com/${token}.webp?u=${mail}`,
  },
  token,
  [token]: { [mail]: 1, [phone]: street },
  extra: JSON.stringify({
    receiver_name: 'Cempaka Kosasih',
    order_id: order,
    address: { [street]: [phone] },
  }),
};

/** Handles, ids and mail addresses as keys: of maps, of single entries, of lists of single entries. */
const personalKeys = {
  byHandle: {
    [handle]: { likes: 3, name },
    'toko.canary': { likes: 1, name: 'x' },
    canaryfriend: { likes: 2, name: 'y' },
  },
  one: { [handle]: { id: order } },
  byMail: { [mail]: true },
  byId: { [order]: { paid: true } },
  friends: Array.from({ length: 4 }, (_, index) => ({ [`canaryfriend${'abcd'[index]}`]: { since: index } })),
  seen: Object.fromEntries(
    ['canaryfriendone', 'canaryfriendtwo', 'canaryfriendthree', 'e', 'f', 'g', 'h', 'i'].map((key) => [
      key,
      true,
    ]),
  ),
};

/** A basket video whose address and state are full of personal data, as values and as keys. */
export const canaryVideo = (more: Record<string, unknown> = {}): Page => {
  const state = videoState({ ...item, ...more });
  const scope = state.__DEFAULT_SCOPE__ as Record<string, unknown>;
  scope['webapp.app-context'] = {
    language: 'id-ID',
    region: 'ID',
    user: { uniqueId: handle, nickName: name },
    personalKeys,
  };
  return {
    address: `https://www.tiktok.com/@${handle}/video/${canaryVideoId}?u=${encodeURIComponent(mail)}&t=${token}#${order}`,
    states: { [VIDEO_STATE_ID]: JSON.stringify(state) },
    marks: [],
    drawnLink: null,
    status: null,
    sight: null,
  };
};
