import { basketItem, capcutAnchor, shopChild, videoItem } from '../shop/video-state';
import { FEED_HANDLE, type Item, itemPath, ORIGIN } from './route';

/** What the extension should say of a post once its item has been read. */
type Expected = 'tokopedia' | 'none' | 'other-region' | 'dropped' | 'drift';

export interface FeedItem {
  readonly id: string;
  /** The post's own address; the feed shows the post without it. */
  readonly address: string;
  readonly expected: Expected;
  readonly item: Item;
}

type Json = Record<string, unknown>;

interface Product {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

const BOTTLE = product(1, 'botol-minum-feed-750-ml', 'Botol Minum Feed 750 ml');
const BAG = product(2, 'tas-kain-feed', 'Tas Kain Feed');
const LAMP = product(3, 'lampu-meja-feed', 'Lampu Meja Feed');
const SANDAL = product(4, 'sandal-rumah-feed', 'Sandal Rumah Feed');
const UMBRELLA = product(5, 'payung-lipat-feed', 'Payung Lipat Feed');
const NOTEBOOK = product(6, 'buku-catatan-feed', 'Buku Catatan Feed');
const MUG = product(7, 'cangkir-keramik-feed', 'Cangkir Keramik Feed');

/** Every post of the feed, in the feed's order. */
export const feedItems: readonly FeedItem[] = [
  basket(1, 'Botol 750 ml buat ke kantor, cek keranjang kuning! #botol', BOTTLE),
  plain(2, 'Transisi air mengalir pakai templat, gampang sekali #botol', { anchors: [capcutAnchor()] }),
  basket(3, 'Tas kain muat laptop, jahitannya rapi', BAG),
  plain(4, 'Pagi di dapur sebelum hujan'),
  basket(5, 'Lampu meja tiga warna buat belajar malam', LAMP),
  photos(6, 'Tiga sudut meja kerja minggu ini', 3),
  basket(7, 'Sandal rumah empuk, ukuran lengkap', SANDAL),
  post(8, 'dropped', 'Botol yang kemarin sudah tidak dijual lagi #botol', (id, desc) => ({
    ...basketItem(id, desc, []),
    anchors: [],
  })),
  photos(9, 'Cangkir keramik dua warna, geser fotonya', 2, MUG),
  post(10, 'other-region', 'Sample tumbler for the US shop only #botol', (id, desc) =>
    basketItem(id, desc, [usChild()]),
  ),
  post(11, 'drift', 'Rak dinding dengan data bentuk baru', (id, desc) =>
    basketItem(id, desc, [renamedChild(BAG)]),
  ),
  plain(12, 'Suara hujan tiga puluh detik, tanpa bicara', { anchors: null }),
  basket(13, 'Payung lipat tahan angin, kecil di tas', UMBRELLA),
  post(14, 'drift', 'Lampu ini datanya terpotong di tengah', (id, desc) =>
    basketItem(id, desc, [cutChild(LAMP)]),
  ),
  basket(15, 'Buku catatan garis titik, kertas tebal', NOTEBOOK),
];

/** A post by its number; by it too its id, its address and its drawing are chosen. */
function post(
  number: number,
  expected: Expected,
  desc: string,
  make: (id: string, desc: string) => Json,
): FeedItem {
  const id = `76100000000000000${String(number).padStart(2, '0')}`;
  const made = make(id, desc);
  const item = {
    ...made,
    author: { ...(made.author as Json), uniqueId: FEED_HANDLE, nickname: 'Akun Feed' },
    challenges: desc.includes('#botol') ? [{ id: '7000000000000000021', title: 'botol', desc: '' }] : [],
    stats: { ...(made.stats as Json), diggCount: 120 + 37 * number, commentCount: 3 + number },
  } as unknown as Item;
  return { id, address: ORIGIN + itemPath(item), expected, item };
}

function basket(number: number, desc: string, sold: Product): FeedItem {
  return post(number, 'tokopedia', desc, (id) => basketItem(id, desc, [productChild(sold)]));
}

function plain(number: number, desc: string, more: Json = {}): FeedItem {
  return post(number, 'none', desc, (id) => videoItem(id, desc, more));
}

function photos(number: number, desc: string, count: number, sold?: Product): FeedItem {
  const images = Array.from({ length: count }, () => ({
    imageURL: { urlList: [] },
    imageWidth: 1080,
    imageHeight: 1440,
  }));
  return post(number, sold ? 'tokopedia' : 'none', desc, (id) => ({
    ...(sold ? basketItem(id, desc, [productChild(sold)]) : videoItem(id, desc)),
    video: { id, height: 0, width: 0, duration: 0, playAddr: '' },
    imagePost: { title: desc, images },
  }));
}

function product(number: number, slug: string, title: string): Product {
  return { id: `173000000000000010${number}`, slug, title };
}

function productChild(sold: Product): Json {
  const address = `https://shop-id.tokopedia.com/pdp/${sold.slug}/${sold.id}?source=anchor`;
  return childAbout(shopChild(address), sold);
}

function usChild(): Json {
  const sold = { id: '1730000000000000190', title: 'Sample Tumbler 25 oz', slug: '' };
  return childAbout(shopChild(`https://shop.tiktok.com/view/product/${sold.id}`, 'USD'), sold);
}

/** The demo shop knows one product; the feed sells several. */
function childAbout(child: Json, { id, title }: Product): Json {
  const extra = { ...JSON.parse(String(child.extra)), product_id: id, title };
  return { ...child, id, keyword: title, extra: JSON.stringify(extra) };
}

/** As a front-end might rename it: the same product under a field that no rule knows. */
function renamedChild(sold: Product): Json {
  const { component_key: component, ...others } = productChild(sold);
  return { ...others, componentName: component };
}

function cutChild(sold: Product): Json {
  const child = productChild(sold);
  const extra = String(child.extra);
  return { ...child, extra: extra.slice(0, extra.length / 2) };
}
