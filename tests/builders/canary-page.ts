import type { OtherHost } from '../../demo/server';

/** Personal data that nobody has; each must be covered where it is drawn, and none may be kept. */
export const canaries = {
  name: 'Kenanga Prasasti',
  handle: 'kenanga.canary77',
  phone: '081298765432',
  mail: 'kenanga@canary-mail.test',
  street: 'Jl. Burung Kenari No. 17, RT 04/RW 09',
  order: '576460987654321098',
  token: 'tok_c4n4ry9f8e7d6c5b4a3928',
} as const;
const { name, handle, phone, mail, street, order, token } = canaries;

const state = JSON.stringify({
  __DEFAULT_SCOPE__: {
    'webapp.app-context': { user: { uniqueId: handle, nickName: name, avatarUri: [] } },
    'webapp.video-detail': {
      itemInfo: {
        itemStruct: {
          author: {
            uniqueId: 'toko.canary',
            nickname: 'Cempaka Kosasih',
            avatarThumb: 'https://cdn.test/face/cempaka.webp?x=1',
          },
          token,
          extra: JSON.stringify({ receiver_name: 'Wijaya Kusuma', order_id: 'CANARYORDER' }),
        },
      },
    },
  },
});

/** A picture of one colour, as an address of its own. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

/** Elements with `data-canary` draw a canary, their own box holds it; those with `data-free` must stay uncovered. */
const canaryPage = `<!doctype html><html lang="id" data-user="${handle}"><head><meta charset="utf-8">
<title>${name} (${phone}) | TikTok Shop</title>
<meta name="owner" content="${mail}">
<script type="application/json" id="__UNIVERSAL_DATA_FOR_REHYDRATION__">${state}</script>
<script>window.account = { name: '${name}', token: '${token}' }</script>
<style>
  body { font: 16px/1.5 sans-serif; margin: 0; padding: 60px 20px 20px; }
  header { position: fixed; inset: 0 0 auto 0; height: 48px; background: #eee; }
  header img { width: 32px; height: 32px; border-radius: 50%; }
  .scroll { height: 70px; overflow: auto; border: 1px solid; width: 300px; }
  .turned { display: inline-block; transform: rotate(-12deg) scale(1.2); margin: 40px; }
  .boxes { display: flex; gap: 8px; }
  .boxes i { border: 1px solid; padding: 4px; }
  .made::after { content: "${mail}"; }
  .upper { text-transform: uppercase; }
</style></head>
<body>
<header><img data-canary alt="" class="user-avatar" src="${dot}"> <b data-canary>${name}</b></header>
<main>
  <h1 data-free>Keranjang kuning</h1>
  <p>Penerima: <span data-canary>${name}</span></p>
  <p>Telepon <span data-canary>0812 <b>9876</b><i> 5432</i></span> dan <span data-canary>+62&nbsp;812&#8203;-9876-5432</span></p>
  <p>Tulis ke <span data-canary>kenanga@<b>canary-</b><i>mail.te</i>st</span>, oleh <span data-canary>Kena<b>nga</b></span></p>
  <p>Surat: <a data-canary href="mailto:${mail}?to=${handle}">${mail}</a></p>
  <p data-canary>${street}</p>
  <dl><dt>Alamat pengiriman</dt><dd data-canary>Rumah cat hijau</dd><dd data-canary>dekat lapangan</dd></dl>
  <p>Nomor pesanan <span data-canary>${order}</span></p>
  <p>Token <code data-canary>${token}</code></p>
  <p class="upper">oleh <span data-canary>kenanga prasasti</span></p>
  <p><b data-canary>Cempaka Kosasih</b><span>Ikuti</span> <span data-canary>@toko.canary</span></p>
  <p>Kepada <span data-canary>Wijaya Kusuma</span> · pesanan <span data-canary>CANARYORDER</span></p>
  <div class="boxes"><i data-canary>0812</i><i data-canary>9876</i><i data-canary>5432</i></div>
  <table><tr><td>Order ID</td><td data-canary>CAN-4471</td></tr></table>
  <p>Harga <span data-free>Rp12.500.000</span>, <span data-free>25 November 2026</span></p>
  <p class="made" data-canary>x</p>
  <input data-canary value="${name}"> <input placeholder="Cari" data-free> <input type="checkbox" value="${order}">
  <textarea data-canary>${street}</textarea>
  <select data-canary><option value="1" selected>${name}</option></select>
  <div contenteditable data-canary>${phone}</div>
  <div class="scroll"><p>satu</p><p>dua</p><p data-canary id="scrolled">${phone}</p><p id="below">${order}</p></div>
  <div class="turned" data-canary>${phone}</div>
  <p>Telp <span style="display:contents"><i data-canary>${phone}</i> <span style="display:contents" data-canary>${mail}</span></span></p>
  <div style="overflow:hidden;height:10px"><span data-canary style="position:absolute;left:600px;top:200px">${phone}</span></div>
  <div style="overflow:hidden;height:10px;position:relative"><div popover="manual" data-canary style="position:absolute;inset:auto;left:620px;top:300px">${phone}</div></div>
  <p>Video dari <a href="/@melati.canary?lang=id"><b data-canary>Melati Anggrek</b></a>, akun <span data-canary>melati.canary</span></p>
  <p><a href="/@${handle}"><span data-free>Profil</span></a></p>
  <open-card></open-card><closed-card></closed-card>
  <slot-card><span data-canary>${name}</span></slot-card>
  <a href="/@${handle}"><img data-canary src="${dot}" width="40" height="40" alt=""></a>
  <img data-canary src="https://cdn.test/face/cempaka.webp" width="40" height="40" alt="">
  <iframe data-canary srcdoc="<p>${name}</p>" width="200" height="60"></iframe>
  <canvas data-canary width="80" height="40"></canvas>
  <canvas data-free class="css-1-CanvasPlaceholder" width="80" height="40"></canvas>
  <video data-free width="160" height="90"></video>
  <p style="visibility:hidden" id="hidden">${phone}</p>
  <p data-order="${order}" title="${name}" aria-label="${mail}" data-free id="attributes">Bayar</p>
  <a data-free href="https://shop-id.tokopedia.com/pdp/${handle}/1730000000000000001?token=${token}#${mail}">Beli sekarang</a>
  <svg width="260" height="30"><text y="20" data-canary>${mail}</text></svg>
  <div style="height:1600px"></div>
  <p>Pembeli: <span data-canary>${name}</span></p>
</main>
<script>
  document.querySelector('[popover]').showPopover();
  const fill = (host, mode) => {
    host.attachShadow({ mode }).innerHTML = '<p>Telp <span data-canary>${phone}</span></p><slot></slot>';
    return host.shadowRoot;
  };
  fill(document.querySelector('open-card'), 'open');
  window.closedCanary = () => closed.querySelector('[data-canary]').getBoundingClientRect().toJSON();
  const closed = document.querySelector('closed-card').attachShadow({ mode: 'closed' });
  closed.innerHTML = '<p>Surat <span data-canary>${mail}</span></p>';
  document.querySelector('slot-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Halo, <slot></slot></p>';
  document.querySelector('.scroll').scrollTop = 40;
</script>
</body></html>`;

/** Serves the page under any path that begins with /canary on TikTok's host. */
export const canaryPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) =>
    path.startsWith('/canary')
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: canaryPage }
      : null,
};
