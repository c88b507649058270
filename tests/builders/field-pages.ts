import type { OtherHost } from '../../demo/server';

/** A person that nobody is, and what pages show of them. */
interface Made {
  readonly name: string;
  readonly handle: string;
  readonly phone: string;
  readonly mail: string;
  readonly street: string;
  readonly order: string;
}
const given = [
  'Kenanga',
  'Cempaka',
  'Wijaya',
  'Melur',
  'Anggrek',
  'Teratai',
  'Seruni',
  'Dahlia',
  'Bakung',
  'Kamboja',
  'Tanjung',
  'Flamboyan',
];
const family = [
  'Prasasti',
  'Kosasih',
  'Kusuma',
  'Lazuardi',
  'Samudra',
  'Pertiwi',
  'Nirmala',
  'Angkasa',
  'Pelangi',
  'Cakrawala',
  'Bumantara',
];
const made = (seed: number): Made => {
  const name = `${given[seed % given.length]} ${family[(seed * 5) % family.length]}`;
  const handle = `${name.split(' ')[0]?.toLowerCase()}${['_', '.', ''][seed % 3]}${10 + ((seed * 37) % 89)}`;
  const digits = String(10_000_000 + ((seed * 7_919_531) % 89_999_999));
  return {
    name,
    handle,
    phone: [
      `0812 ${digits.slice(0, 4)} ${digits.slice(4)}`,
      `+62812-${digits.slice(0, 4)}-${digits.slice(4)}`,
      `0812${digits}`,
    ][seed % 3] as string,
    mail: `${handle}@contoh.test`,
    street: [
      `Jl. ${family[seed % 11]} No. ${1 + (seed % 90)}, RT 0${1 + (seed % 9)}/RW 0${1 + (seed % 7)}`,
      `Ruko ${family[seed % 11]} Mas B${seed % 30}`,
      `Gedung Wisma ${family[seed % 11]} lantai ${1 + (seed % 20)}`,
    ][seed % 3] as string,
    order: `57646098${String(1_000_000_000 + ((seed * 7919) % 899_999_999))}`,
  };
};

const p = (text: string): string => `<b data-p>${text}</b>`;
const free = (text: string): string => `<b data-free>${text}</b>`;
const round = (css = ''): string =>
  `<span style="display:inline-block;width:36px;height:36px;border-radius:50%;background:#888 url(data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7);${css}"></span>`;
const picture = (css = ''): string =>
  `<img alt="" data-p width="36" height="36" style="border-radius:50%;${css}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">`;

/** Kinds of pages after the field guide, each as a function of a number. */
export const kindsOfPages: Readonly<Record<string, (seed: number) => string>> = {
  'order-indonesia': (seed) => {
    const [buyer, courier] = [made(seed), made(seed + 3)];
    const row = (label: string, value: string) =>
      seed % 2
        ? `<tr><td>${label}</td><td>${value}</td></tr>`
        : `<div style="display:flex;gap:8px"><span>${label}</span><span>${value}</span></div>`;
    const rows = [
      row('Nomor pesanan', p(buyer.order)),
      row('Penerima', p(buyer.name)),
      row('Telepon', p(buyer.phone)),
      row('Kurir', p(courier.name)),
      row('Nomor resi', p(`JX${buyer.order.slice(0, 10)}`)),
      row('Diterima oleh', p(made(seed + 7).name)),
    ].join('');
    return `<h1>${free('Detail pesanan')}</h1>${seed % 2 ? `<table>${rows}</table>` : rows}<h3>Alamat pengiriman</h3><p data-p>${buyer.name}</p><p data-p>${buyer.street}</p><p data-p>Kec. Cibiru, Kota Bandung 40614</p>
<hr><p>${free('Botol Minum Contoh 1 Liter')} ${free('Rp69.000')}</p><p>${free('Subtotal Rp138.000')} ${free('12 terjual')}</p><p>Terima kasih ${p(buyer.name.split(' ')[0] as string)}!</p>`;
  },
  'order-abroad': (seed) => {
    const buyer = made(seed);
    const [first = '', last = ''] = buyer.name.split(' ');
    return `<h1>${free('Order details')}</h1><p>Order ID: ${p(buyer.order)}</p><section><h3>Shipping address</h3><div data-p>${buyer.name}</div><div data-p>${100 + seed} Maple Street</div><div data-p>(+1)415***01${10 + (seed % 80)}</div></section>
<p>Signed by ${p(`${first[0]}. ${last.toUpperCase()}`)}</p><p>Delivered by ${p(made(seed + 5).name)}</p><p>Order ${p(`#A${seed}B2C3`)}</p><p>${free('Payment method')} Visa ${p(`•••• ${4000 + seed}`)}</p><p>${free('Total $24.90')}</p><p>${free('Order completed')}</p>`;
  },
  live: (seed) => {
    const rows = Array.from({ length: 8 }, (_, n) => {
      const who = made(seed * 8 + n);
      const called = n % 2 ? who.handle : who.name;
      const says = ['Harganya berapa kak?', 'barang saya sudah sampai', 'Warnanya bagus', 'stok masih ada?'][
        n % 4
      ] as string;
      return seed % 2
        ? `<div style="display:flex;gap:6px">${picture()}<div><span data-p>${called}</span><p style="margin:0">${free(says)}</p></div></div>`
        : `<div>${picture()} ${p(called)} ${free(says)}</div>`;
    }).join('');
    const [one, two] = [made(seed + 40), made(seed + 41)];
    return `<h1>${free('LIVE')}</h1><div style="width:420px">${rows}<div>${p(one.handle)} bergabung</div><div>${p(two.name)} mengirim Mawar</div></div><p>${free('1,2rb penonton')}</p><p>${free('Tambah ke keranjang')}</p>`;
  },
  comments: (seed) => {
    const author = made(seed);
    const rows = Array.from({ length: 6 }, (_, n) => {
      const who = made(seed * 6 + n + 1);
      const link =
        n % 2
          ? `<a href="/@${who.handle}"><span data-p>${who.name}</span></a>`
          : `<span data-e2e="comment-username-1" data-p>${who.name}</span>`;
      return `<li style="display:flex;gap:8px">${picture()}<div>${link}<p style="margin:0">${free('Tahan panas berapa jam?')}</p><small>${free('3 hari lalu')} ${free('Balas')}</small></div></li>`;
    }).join('');
    return `<p data-p>@${author.handle}</p><h2>${free('klik keranjang kuning sekarang!')}</h2><ul style="list-style:none;padding:0">${rows}</ul><p>balas ${p(`@${made(seed + 2).handle}`)}</p>`;
  },
  reviews: (seed) => {
    const rows = Array.from({ length: 6 }, (_, n) => {
      const who = made(seed * 7 + n);
      const called =
        n % 3 === 0 ? `${who.handle[0]}***${who.handle.at(-1)}` : n % 3 === 1 ? who.name : who.handle;
      return `<div style="margin:8px 0">${n % 2 ? picture() : ''}<span ${n % 2 ? '' : 'class="reviewer-x1"'} data-p>${called}</span> <span>${free('★★★★★')}</span><p style="margin:0">${free('Kualitas bagus, sesuai gambar.')}</p><small>${free('12 Mei 2026')} · ${free('Varian: Hijau, M')}</small></div>`;
    }).join('');
    return `<h1>${free('Tas Selempang Contoh')}</h1><p>${free('Rp129.000')} ${free('4.9')} ${free('3,4rb terjual')}</p><p>Dijual oleh ${free('Toko Contoh')}</p><h3>${free('Ulasan')}</h3>${rows}<p>${free('Ukuran 38 39 40 41')}</p><button>${free('Beli Sekarang')}</button>`;
  },
  rail: (seed) => {
    const accounts = Array.from({ length: 6 }, (_, n) => {
      const who = made(seed * 3 + n);
      return `<div style="display:flex;gap:8px;align-items:center">${picture()}<div><div data-p>${who.handle}</div><div data-p>${who.name}</div></div></div>`;
    }).join('');
    return `<nav>${['Untuk Anda', 'Jelajahi', 'Mengikuti', 'LIVE', 'Profil'].map((word) => `<div>${free(word)}</div>`).join('')}</nav><h4>${free('Akun yang disarankan')}</h4>${accounts}<p>${free('Lihat semua')}</p><p>${free('Syarat & Ketentuan')}</p>`;
  },
  checkout: (seed) => {
    const buyer = made(seed);
    return `<h1>${free('Checkout')}</h1><form><label>Nama <input data-p value="${buyer.name}"></label><br><label>HP <input data-p placeholder="${buyer.phone}"></label><br><label>Penerima <input data-p placeholder="${buyer.name}"></label><br>
<label>Alamat <select data-p><option value="">${buyer.street}</option><option>lain</option></select></label><br><label>Cari <input data-free placeholder="Cari akun dan video"></label><br>
<div style="display:flex;gap:6px"><span>Kode:</span>${[...String(4000 + seed * 13)].map((digit) => `<span data-p style="border:1px solid;width:20px">${digit}</span>`).join('')}</div>
<p>Virtual account ${p(`8808${buyer.order.slice(0, 12)}`)}</p><p>Kode OTP: ${p(String(4821 + seed))}</p></form><p>${free('Total Belanja')} ${free('Rp69.000')}</p><p>${free('Diskon 20%')} ${free('Buat Pesanan')}</p>`;
  },
  chat: (seed) => {
    const [one, two] = [made(seed), made(seed + 9)];
    const [first] = two.name.split(' ');
    return `<div>${picture()}<b data-p>${one.name}</b> <small>${free('Online')}</small></div><p>Halo kak, saya ${free('mau tanya stok')}</p><p>titip satpam Pak ${p(first as string)} ya</p><p>anak saya ${p(made(seed + 4).name.split(' ')[0] as string)} yang ambil</p>
<p>nomor saya ${p(one.phone.replace(/[ -]/g, '_'))} atau ${p(one.mail)}</p><p>motor ${p(`B ${1000 + seed} XY`)}</p><p>tgl lahir ${p(`1${seed % 9}-03-199${seed % 9}`)}</p><p data-p>kantor saya, lantai 3 Gedung Wisma ${family[seed % 11]}</p>
<p>${free('Pesanan dikirim 2 hari lagi')}</p><p>${free('Rp 25.000 saja')}</p><p>${free('12/05/2026 10.30')}</p>${round('display:none')}`;
  },
};

/** Eight of each kind. */
export const fieldPages = Object.entries(kindsOfPages).flatMap(([kind, make]) =>
  Array.from({ length: 8 }, (_, n) => ({ kind, path: `/lapangan/${kind}/${n}`, html: make(n * 11 + 1) })),
);

export const fieldHost: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => {
    const page = fieldPages.find((one) => one.path === path);
    return page === undefined
      ? null
      : {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: `<!doctype html><meta charset="utf-8"><title>Lapangan</title><style>body{font:15px/1.5 sans-serif;margin:20px;max-width:900px}b{font-weight:400}</style>${page.html}`,
        };
  },
};
