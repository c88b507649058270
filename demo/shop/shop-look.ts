import { bottle, text } from './page-frame';

/** What a drawn product page shows. */
interface ProductView {
  /** The name in the page's head; always a made-up one. */
  brand: string;
  shop: string;
  title: string;
  price: string;
  oldPrice?: string;
  buy: string;
  details: readonly string[];
  /** Bottle colour, CSS. */
  colour: string;
}

const COLOURS = ['Hijau', 'Biru', 'Ungu'];

/** The body of a product page: picture left, price and button right. */
export function productBody({
  brand,
  shop,
  title,
  price,
  oldPrice,
  buy,
  details,
  colour,
}: ProductView): string {
  const variants = COLOURS.map((name, at) => `<li${at === 0 ? ' class="chosen"' : ''}>${name}</li>`).join('');
  return `${shopHead(brand)}
<main class="product">
<div class="gallery">${bottle(colour)}</div>
<section><h1>${text(title)}</h1><p class="sold">★ 4,8 · 230 terjual</p>
<p class="price">${text(price)}${oldPrice ? ` <s>${text(oldPrice)}</s>` : ''}</p>
<h2>Pilih warna</h2><ul class="variants">${variants}</ul>
<button type="button" class="buy">${text(buy)}</button>
<p class="seller"><span class="badge">TC</span><span>Dijual oleh<br><b>${text(shop)}</b></span></p>
<h2>Tentang barang ini</h2><ul class="details">${details.map((line) => `<li>${text(line)}</li>`).join('')}</ul></section>
</main>`;
}

/** The bar at the top of every shop page. */
export function shopHead(brand: string): string {
  return `<header><b class="brand">${text(brand)}</b><span class="search">Cari barang contoh</span><span class="cart">Keranjang (0)</span></header>`;
}

/** A style sheet for shop pages in the shop's own `accent` colour. */
export function shopLook(accent: string): string {
  return `
:root{--accent:${accent}}body{background:#f4f5f7;color:#1d2129;min-height:100vh}
header{display:flex;align-items:center;gap:28px;background:#fff;padding:16px 40px;border-bottom:1px solid #e3e5ea}
.brand{font-size:21px;color:var(--accent);letter-spacing:-.02em;white-space:nowrap}
.search{flex:1;border:1px solid #d7dae1;border-radius:10px;padding:9px 14px;color:#858b98;background:#fafbfc}.cart{white-space:nowrap;color:#4b5160}
.product{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:44px;max-width:1080px;margin:32px auto;padding:32px;background:#fff;border-radius:18px}
.gallery{display:grid;place-items:center;min-height:460px;border-radius:14px;background:linear-gradient(160deg,#eef1f5,#dde3ea)}
.gallery .bottle{height:340px}
h1{font-size:25px;line-height:1.3}.sold{color:#6b7280;margin:6px 0 16px}
.price{font-size:31px;font-weight:700;color:var(--accent)}.price s{font-size:16px;font-weight:400;color:#9aa0ab;margin-left:6px}
h2{font-size:15px;margin:22px 0 9px}.variants{display:flex;gap:10px;list-style:none}
.variants li{border:1px solid #d0d4dc;border-radius:8px;padding:6px 16px}.variants .chosen{border-color:var(--accent);color:var(--accent);font-weight:600}
.buy{margin-top:24px;width:100%;border:0;border-radius:10px;padding:14px;background:var(--accent);color:#fff;font-size:17px;font-weight:600}
.seller{display:flex;align-items:center;gap:12px;margin-top:22px;padding:14px;border:1px solid #e3e5ea;border-radius:12px;font-size:14px}
.badge{display:grid;place-items:center;width:42px;height:42px;border-radius:50%;background:var(--accent);color:#fff;font-weight:700}
.details{padding-left:18px;color:#4b5160}
.shelf{max-width:1080px;margin:32px auto;padding:0 20px}.shelf h1{margin-bottom:20px}
.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:18px}
.cards a{display:block;background:#fff;border-radius:14px;overflow:hidden;text-decoration:none;padding-bottom:14px}
.cards .gallery{min-height:210px;border-radius:0}.cards .bottle{height:160px}
.cards h2,.cards p{margin:10px 14px 0}.cards .price{font-size:17px}
.panel{max-width:640px;margin:48px auto;padding:36px;background:#fff;border-radius:16px}
.panel p{color:#4b5160;margin-top:8px}.panel dl{display:grid;grid-template-columns:1fr auto;gap:12px 24px;margin-top:22px}
.panel dt{color:#6b7280}.panel dd{font-weight:600;text-align:right}
.puzzle{position:relative;height:180px;margin:24px 0 16px;border-radius:12px;background:linear-gradient(135deg,#9fb6cf,#6d86a3 60%,#4d647f)}
.puzzle:before,.puzzle:after{content:"";position:absolute;top:62px;width:54px;height:54px;border-radius:10px}
.puzzle:before{left:24px;background:#fff}.puzzle:after{left:62%;background:rgb(0 0 0/.35)}
.slider{height:40px;border-radius:20px;background:linear-gradient(90deg,var(--accent) 64px,#e6e9ef 0)}
@media(max-width:800px){.product{grid-template-columns:minmax(0,1fr);margin:0}.cards{grid-template-columns:repeat(2,1fr)}header{padding:14px 18px;gap:14px}}
`;
}
