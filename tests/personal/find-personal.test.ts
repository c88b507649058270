import { describe, expect, test } from 'vitest';
import { personalShape } from '../../core/log/guard';
import { findPersonal } from '../../core/personal/find-personal';
import { personalRules } from '../../core/personal/personal-rules';
import { joinPieces, rangesInPieces, type TextPiece } from '../../core/personal/text-pieces';

const find = (text: string, known: Parameters<typeof findPersonal>[2] = []) =>
  findPersonal(text, personalRules, known).map(({ from, to, kind }) => [kind, text.slice(from, to)]);

describe('personal data are found', () => {
  test.each([
    // kind, text, what of it is covered
    ['phone', 'Hubungi +62 812-3456-7890 ya', '+62 812-3456-7890'],
    ['phone', 'HP 0812 3456 7890', '0812 3456 7890'],
    ['phone', 'wa 08123456789', '08123456789'],
    ['phone', 'Kantor (021) 555 1234', '(021) 555 1234'],
    ['phone', '021-5551234', '021-5551234'],
    ['phone', '62812 3456 7890', '62812 3456 7890'],
    ['phone', '+62 (0) 812.3456.7890', '+62 (0) 812.3456.7890'],
    ['phone', '０８１２－３４５６－７８９０', '０８１２－３４５６－７８９０'],
    ['phone', '08\u200b12\u00a03456\u2060 78\u00ad90', '08\u200b12\u00a03456\u2060 78\u00ad90'],
    ['phone', '٠٨١٢٣٤٥٦٧٨٩٠', '٠٨١٢٣٤٥٦٧٨٩٠'],
    ['phone', 'call +44 20 7946 0958 now', '+44 20 7946 0958'],
    ['phone', '(415) 555-0132', '(415) 555-0132'],
    ['phone', '0812****7890', '0812****7890'],
    ['phone', '(+62)812*****90', '+62)812*****90'],
    ['mail', 'surat ke budi.s+toko@contoh.co.id.', 'budi.s+toko@contoh.co.id'],
    ['mail', 'b***i@contoh.id', 'b***i@contoh.id'],
    ['mail', 'budi [at] contoh [dot] id', 'budi [at] contoh [dot] id'],
    ['handle', 'oleh @budi.santoso_88 hari ini', '@budi.santoso_88'],
    ['address', 'Jl. Melati No. 5, Bandung', 'Jl. Melati No. 5, Bandung'],
    ['address', 'Jln Kenanga 12', 'Jln Kenanga 12'],
    ['address', 'Rumah: Gg. Mawar III', 'Rumah: Gg. Mawar III'],
    ['address', 'Jalan Sudirman Kav 3', 'Jalan Sudirman Kav 3'],
    ['address', 'jalan melati raya no 7', 'jalan melati raya no 7'],
    ['address', 'RT 03/RW 05', 'RT 03/RW 05'],
    ['address', 'Kel. Sukamaju, Kec. Cibiru, Kab. Bandung', 'Kel. Sukamaju, Kec. Cibiru, Kab. Bandung'],
    ['address', 'Kecamatan Coblong', 'Kecamatan Coblong'],
    ['address', 'Perumahan Griya Asri Blok C3 No. 12', 'Perumahan Griya Asri Blok C3 No. 12'],
    ['address', 'Blok B-2', 'Blok B-2'],
    ['address', 'Dikirim ke\nJakarta Pusat\nBeranda', 'Jakarta Pusat'],
    ['address', 'kode pos 40123', 'kode pos 40123'],
    ['address', 'Kota Bandung, Jawa Barat 40123', 'Kota Bandung, Jawa Barat 40123'],
    ['address', '221B Baker Street, London', '221B Baker Street, London'],
    ['number', 'Order ID\n576460001234567890', '576460001234567890'],
    ['number', 'INV/20260608/MPL/4012345678', 'INV/20260608/MPL/4012345678'],
    ['number', 'No. resi: JP1234567890', 'JP1234567890'],
    ['number', 'resi JNE-0012-3456', 'JNE-0012-3456'],
    ['number', 'Pesanan #12345', '12345'],
    ['number', '4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['number', '4111-1111-1111-1111', '4111-1111-1111-1111'],
    ['number', '**** **** **** 1234', '**** **** **** 1234'],
    ['number', 'VA 8808 0812 3456 7890', '8808 0812 3456 7890'],
    ['number', '01.234.567.8-901.000', '01.234.567.8-901.000'],
    ['number', 'kode 4\t7\t1\t9\t0\t2', '4\t7\t1\t9\t0\t2'],
    ['number', 'sess_9f8e7d6c5b4a39281706f5e4', 'sess_9f8e7d6c5b4a39281706f5e4'],
    ['number', 'produk 1730000000000000001', '1730000000000000001'],
    ['account-name', 'Penerima: Budi Santoso', 'Budi Santoso'],
    ['account-name', 'Nama\nSiti', 'Siti'],
    ['account-name', 'Kepada Budi Santoso di tempat', 'Budi Santoso'],
    ['account-name', 'Recipient: Ana María', 'Ana María'],
    ['account-name', 'Ship to\nJohn Smith', 'John Smith'],
    ['account-name', 'Halo, Budi!', 'Budi'],
    ['account-name', 'untuk Ibu Sri Wahyuni', 'Sri Wahyuni'],
    ['account-name', 'titip satpam Pak Joko ya', 'Pak Joko'],
    ['account-name', 'bilang ke Mbak Rini dulu', 'Rini'],
    ['account-name', 'Kurir: Asep Suhendar', 'Asep Suhendar'],
    ['account-name', 'Signed by K. PRASASTI', 'K. PRASASTI'],
    ['account-name', 'anak saya Raka', 'Raka'],
    ['account-name', 'melati_88 bergabung', 'melati_88'],
    ['account-name', 'Budi Santoso mengirim Mawar', 'Budi Santoso'],
    ['account-name', 'k***a', 'k***a'],
    ['account-name', 'melati_88: berapa harganya', 'melati_88'],
    [
      'address',
      'kantor saya, lantai 3 Gedung Wisma Nusantara',
      'kantor saya, lantai 3 Gedung Wisma Nusantara',
    ],
    ['address', 'Ruko Anggrek Mas B2', 'Ruko Anggrek Mas B2'],
    ['number', 'B 1234 XYZ', 'B 1234 XYZ'],
    ['number', 'tgl lahir: 12-03-1991', '12-03-1991'],
    ['number', 'Tanggal lahir\n12 Maret 1991', '12 Maret 1991'],
    ['number', 'Date of birth: 1991-03-12', '1991-03-12'],
    ['number', 'Kode: 4821', '4821'],
    ['number', 'Kode:\t4\t8\t2\t1', '4\t8\t2\t1'],
    ['number', 'order #A1B2C3', '#A1B2C3'],
    ['phone', '0812_9876_5432', '0812_9876_5432'],
    ['phone', '0812|9876|5432', '0812|9876|5432'],
  ])('%s in %j', (kind, text, covered) => {
    expect(find(text)).toContainEqual([kind, covered]);
  });

  test('also whom an address belongs to, wherever they are named below; and a common word in a label’s value nowhere else', () => {
    const text =
      'Shipping address\nKenanga Prasasti\nJl. Melati 5\nBandung\n40111\nsalam\nterima kasih Kenanga';
    expect(find(text)).toContainEqual(['account-name', 'Kenanga']);
    expect(find('Pembeli: ID line saya abc99\nini barang saya').map(([, part]) => part)).toEqual([
      'ID line saya abc99',
    ]);
  });

  test('on the lines below the label of an address', () => {
    const text = 'Alamat pengiriman\nRumah hijau dekat masjid\nSukamaju\nCibiru\nRingkasan pesanan\nSubtotal';
    const covered = find(text)
      .map(([, part]) => part)
      .join('|');
    for (const line of ['Rumah hijau dekat masjid', 'Sukamaju', 'Cibiru']) expect(covered).toContain(line);
    expect(covered).not.toContain('Subtotal');
  });

  test('again wherever a name that a label told of stands, in whole and in parts', () => {
    const text = 'Penerima: Budi Santoso\nUlasan dari BUDI\nTerima kasih santoso! Budiman ikut.';
    expect(find(text).map(([, part]) => part)).toEqual(['Budi Santoso', 'BUDI', 'santoso']);
  });

  test('where names known from elsewhere stand, whatever accents, case and width they have', () => {
    const known = [
      { text: 'José Ñandú', kind: 'account-name', inParts: true },
      { text: '小明', kind: 'account-name', inParts: false },
    ] as const;
    const text = 'oleh jose nandu, ＪＯＳＥ dan 王小明的';
    expect(find(text, known).map(([, part]) => part)).toEqual(['jose nandu', 'ＪＯＳＥ', '小明']);
  });
});

describe('a value in another cell or line than its label', () => {
  const betweens = [
    ':',
    ' :',
    ': ',
    ':\n',
    ':\t',
    '\t:\t',
    '\n:\n',
    ' :\n',
    '\t',
    '\n',
    ' | ',
    ' = ',
    ' → ',
    ' - ',
  ];
  const marks = ['', '\n*', ' *', '*', ' (wajib)', '\t*', ' (sesuai KTP) *'];

  test.each([
    ['account-name', 'Nama', 'Agus Pranoto'],
    ['account-name', 'Nama Penerima', 'wening larasati'],
    ['account-name', 'Nama Pelanggan', 'Agus Pranoto'],
    ['account-name', 'Nama Pengirim', 'Agus Pranoto'],
    ['account-name', 'Nama Kurir', 'Agus Pranoto'],
    ['account-name', 'Nama Anda', 'Agus Pranoto'],
    ['account-name', 'Nama Ibu Kandung', 'Agus Pranoto'],
    ['account-name', 'Nama Panggilan', 'Agus Pranoto'],
    ['account-name', 'Nama Pemilik Rekening', 'Agus Pranoto'],
    ['account-name', 'Pelanggan', 'Agus Pranoto'],
    ['account-name', 'Dipesan oleh', 'Agus Pranoto'],
    ['account-name', 'Kurir', 'Agus Pranoto'],
    ['number', 'No. Resi', 'JX-88K2-QPLM'],
    ['number', 'Nomor pesanan', '57646123'],
    ['address', 'Alamat', 'Rumah hijau pagar besi'],
    ['address', 'Patokan', 'pagar hijau'],
  ])('%s after %j', (kind, label, value) => {
    for (const between of betweens)
      for (const mark of marks) {
        const text = `Judul\n${label}${mark}${between}${value}`;
        if (kind === 'number' && /[=→]/.test(between)) continue;
        expect(find(text), JSON.stringify(text)).toContainEqual([kind, value]);
      }
  });

  test.each([
    'Nama produk: Kemeja batik',
    'Nama lengkap\nNomor telepon\nKode pos',
    'Kurir: JNE Reguler',
    'Nama toko:\nBerkah Jaya',
    'Pelanggan | Selamat datang',
  ])('but no product, no shop and no other label: %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('however it is written', () => {
  test.each([
    ...[
      ',',
      ' ~ ',
      ':',
      '+',
      '=',
      '*',
      '\\',
      "'",
      '🔥',
      'x',
      'X',
      ' x ',
      '~',
      '" ',
      ' ✆ ',
      ';',
      '#',
      'l',
      '❤️',
    ].map((between) => ['0812', '3456', '7890'].join(between)),
    ...['~', ',', '🔥', "'"].map((between) => ['+62', '812', '3456', '7890'].join(between)),
    '08,12,34,56,78,90',
    '08l2 3456 7890',
    'O812 3456 7890',
    '0812 34I6 789O',
    '⓿❽❶❷❸❹❺❻❼❽❾⓿',
    '⓪⑧①②③④⑤⑥⑦⑧⑨⓪',
    '🄌➑➊➋➌➍➎➏➐➑➒🄌',
    '〇八一二三四五六七八九〇',
  ])('phone %j', (text) => {
    expect(find(`hubungi ${text} ya`)).toEqual([[expect.stringMatching(/phone|number/), text]]);
  });

  test.each([
    'ayu.lestari[a]gmail.com',
    'ayu.lestari (at) gmail (titik) com',
    'ayu.lestari [at] contoh titik id',
    'ayulestari @gmail.com',
    'ayulestari@ gmail.com',
    'ayulestari @contoh.co.id',
    'ayulestari (@) gmail.com',
  ])('mail %j', (text) => {
    expect(find(`surel ${text}`)).toEqual([['mail', text]]);
  });

  test.each([
    ['IG: ayu_lestari', 'ayu_lestari'],
    ['Instagram\n:\nayulestari', 'ayulestari'],
    ['ID Line: ayulestari99', 'ayulestari99'],
    ['Instagram\tayu_lestari', 'ayu_lestari'],
    ['FB: Ayu Lestari', 'Ayu Lestari'],
    ['ig ayu.lestari', 'ayu.lestari'],
    ['Telegram = ayulestari', 'ayulestari'],
    ['chat t.me/ayulestari', 't.me/ayulestari'],
    ['wa.me/6281234567890', 'wa.me/6281234567890'],
    ['https://www.instagram.com/ayulestari/', 'instagram.com/ayulestari/'],
  ])('account in %j', (text, covered) => {
    expect(find(text)).toEqual([['handle', covered]]);
  });

  test.each([
    ['Tanggal Lahir (DD/MM/YYYY): 12/08/1990', '12/08/1990'],
    ['Tanggal Lahir *\n12/08/1990', '12/08/1990'],
    ['Tgl. lahir\t:\t12-08-1990', '12-08-1990'],
    ['Tanggal lahir penerima: 7 Mei 1988', '7 Mei 1988'],
    ['DOB – 12 Aug 1990', '12 Aug 1990'],
    ['Saya lahir tanggal 12 Agustus 1990', '12 Agustus 1990'],
    ['aku lahir di Bandung, 12 Agustus 1990', 'Bandung, 12 Agustus 1990'],
    ['Ulang tahun: 12 Agustus', '12 Agustus'],
    ['12 Agustus 1990\nTanggal lahir', '12 Agustus 1990'],
    ['12/08/1990\tTanggal Lahir', '12/08/1990'],
    ['Kode OTP: 48 21 77', '48 21 77'],
    ['Kode verifikasi Anda: 482-177', '482-177'],
    ['Kode OTP Anda adalah 482177', '482177'],
    ['482177 adalah kode OTP Anda', '482177'],
    ['482-177 kode verifikasi Anda', '482-177'],
    ['JX-88K2-QPLM\nNomor resi', 'JX-88K2-QPLM'],
    ['NIK 3174/0512/0890/0001', '3174/0512/0890/0001'],
    ['tulis 3174,0512,0890,0001', '3174,0512,0890,0001'],
    ['Paspor C 1234567', 'C 1234567'],
    ['No. Paspor: C1234567', 'C1234567'],
    ['BCA 123/4567/890', '123/4567/890'],
    ['Mandiri: 123 00 4567890 1', '123 00 4567890 1'],
  ])('number in %j', (text, covered) => {
    expect(find(text)).toEqual([['number', covered]]);
  });

  test('a card with its date and its code', () => {
    expect(find('Exp 08/29 CVV 123').map(([, part]) => part)).toEqual(['08/29', '123']);
  });

  test.each([
    'Kp. Rawa Bebek No. 12',
    'Kp Rawa Bebek',
    'kp rawa bebek no 12',
    'Cluster Taman Sari C3 No 7',
    'Desa Sukamaju, dekat masjid',
    'Villa Nusa Indah 2 V12/8',
    'Lorong Mawar 5 No. 3',
    'jalan melati raya 15',
    'jalan kenanga no 3, sebelah warung',
    'Dsn Krajan 02/03 Ds Sukamaju',
    'Dusun Krajan',
    'Kecamatan\tCoblong',
    'Kecamatan: Coblong',
  ])('address %j', (text) => {
    expect(find(`Judul\n${text}\nlain`)).toEqual([['address', text]]);
  });

  test.each([
    'ukuran 10 x 20 x 30',
    '1080 x 1920 x 60',
    'Rp 85.000, 08.00 - 17.00 dan 08:15:30',
    '08.12, 09.30, 10.15',
    '08/12/2026, 08:15:30',
    'tahun 2023, 2024, 2025, 2026',
    'jalan kaki 15 menit',
    'jalan jalan 3 hari',
    'kunjungi toko resmi kami',
    'BCA 12.500.000',
    'Kecamatan\nKelurahan\nKode pos',
    'Berlaku hingga 12/05',
    'ulang tahun ke 12',
    'Ikuti kami\nInstagram\nTwitter\nFacebook\tYouTube',
  ])('but nothing in %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('names as they stand', () => {
  test.each([
    ['Rahmat: kak ini ready?', 'Rahmat'],
    ['Lukman Gunawan: kak ready?', 'Lukman Gunawan'],
    ['lukman gunawan : berapa ongkirnya', 'lukman gunawan'],
    ['Mega kak ada warna hitam?', 'Mega'],
    ['10:24 Nanda Suryadi kak bisa kirim?', 'Nanda Suryadi'],
    ['10.24\tNanda Suryadi\tkak bisa kirim?', 'Nanda Suryadi'],
    ['Membalas Okta Purnama', 'Okta Purnama'],
    ['Membalas melatiku', 'melatiku'],
    ['★★★★★ Citra Saragih', 'Citra Saragih'],
    ['★★★★☆\nCitra Saragih', 'Citra Saragih'],
    ['Oleh Dewi Siregar · 2 Mei 2026', 'Dewi Siregar'],
    ['Bu*** Santoso', 'Bu*** Santoso'],
    ['Bu*** Wahyu Santoso · hari ini', 'Bu*** Wahyu Santoso'],
    ['Budi S*****', 'Budi S*****'],
    ['BCA a.n BELLA NURHAYATI', 'BELLA NURHAYATI'],
    ['rek a.n. Bella Nurhayati', 'Bella Nurhayati'],
    ['Dari: Farhan Susilo', 'Farhan Susilo'],
    ['Yth. Wahyu Permata', 'Wahyu Permata'],
    ['Hai! Zaki Rahayu', 'Zaki Rahayu'],
    ['hai yanti,', 'yanti'],
    ['Tn. Agus Pranoto', 'Agus Pranoto'],
    ['Ny. Dewi', 'Dewi'],
    ['Nn. Citra Saragih', 'Citra Saragih'],
    ['Akun saya\nDimas S.', 'Dimas S.'],
    ['Masuk sebagai: Dimas Saragih', 'Dimas Saragih'],
    ['Eka Nugroho (Rumah)\n0812****7890', 'Eka Nugroho'],
    ['Eka Nugroho\nKantor\n+62 812-3456-7890', 'Eka Nugroho'],
    ['Eka Nugroho | 0812-3456-7890', 'Eka Nugroho'],
  ])('in %j', (text, covered) => {
    const names = find(`Judul\n${text}\nlain`).filter(([kind]) => kind === 'account-name');
    expect(names).toEqual([['account-name', covered]]);
  });

  test.each([
    'Membalas komentar Anda',
    '★★★★★ Kualitas Bagus',
    'Dijual oleh Toko Contoh',
    'hai kak, Halo semua, selamat datang',
    'Hi! Ada yang bisa dibantu?',
    'Akun Saya\nPesanan Saya\nKeluar',
    'Makasih kak\nSiap kak\nOke kak',
    'Warna: hitam\nCatatan: tolong dibungkus\nAdmin: halo kak',
    'Halo kak, saya mau tanya stok',
    'Untuk: Pria',
    'Kualitas Produk ★★★★★\nKecepatan Pengiriman ★★★★☆\nSesuai Deskripsi ★★★★★',
    'Respon Penjual: halo kak',
    'Butuh bantuan?\nHubungi Layanan Pelanggan',
  ])('but not in %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});

test.each([
  'Agus Pranoto\nJl. Melati No. 5, Bandung',
  'Agus Pranoto\nJl. Melati No. 5\nKec. Cibiru, Kota Bandung',
  'Agus Pranoto\nJl. Melati No. 5\nBandung 40614',
  'Rumah hijau dekat masjid',
  'Agus Pranoto\n0812-3456-7890\nJl. Melati No. 5, Kota Bandung',
])('an address ends where the next card begins: %j', (address) => {
  const next = 'Toko Berkah Jaya\nKemeja batik lengan panjang\nRp69.000';
  const covered = find(`ALAMAT PENGIRIMAN\n${address}\n${next}`).map(([, part]) => part);
  for (const line of next.split('\n')) expect(covered.join('\n')).not.toContain(line);
  for (const line of address.split('\n')) expect(covered.join('\n')).toContain(line);
});

describe('left alone', () => {
  test.each([
    ['a price', 'Rp12.500.000'],
    ['a price without points', 'Rp12500000'],
    ['a price after a payment’s label', 'Total pembayaran Rp12.500.000 sudah termasuk ongkir'],
    ['a price with cents', '$ 1,299,000.00'],
    ['two prices', '199.000 299.000 12.500.000'],
    ['a span of prices', 'Rp199.000 - Rp12.299.000'],
    ['a day', '2026-11-25'],
    ['a day and hour', 'Payment time 2026-11-25 16:30:12'],
    ['a day as Indonesians write it', '08-12-2026 08.15'],
    ['a day in words', '25 November 2026'],
    ['opening hours', 'Buka 08.00 - 17.00'],
    ['years', '2025-2026'],
    ['sizes', 'Ukuran 36 37 38 39 40 41'],
    ['counts', '1.234.567 terjual, 12,3 rb ulasan'],
    ['a short count', '4821937 suka'],
    ['ordinary words', 'Jalan jalan sore ke pasar, klik keranjang kuning sekarang!'],
    ['a rank', 'Produk no. 1 di kategori'],
    ['an order without a number', 'Order completed. Pesanan selesai dalam 3 hari.'],
    ['an at sign alone', '3 buah @ Rp5.000'],
  ])('%s: %j', (_what, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('whatever the text', () => {
  /** A small generator with a seed, so that a failure can be seen again. */
  const random = (seed: number) => () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
  const secrets = [
    '081234567890',
    '+62 812 3456 7890',
    'budi@contoh.id',
    '576460001234567890',
    'Budi Santoso',
  ];
  const known = [{ text: 'Budi Santoso', kind: 'account-name', inParts: true }] as const;

  test('what the record refuses as a number or phone is found in a page', () => {
    const next = random(7);
    const letters = '0123456789 08+62.-a\n';
    for (let run = 0; run < 3000; run += 1) {
      const text = Array.from({ length: 24 }, () => letters[Math.floor(next() * letters.length)]).join('');
      const digits = text.replace(/\D/g, '').length;
      if (digits < 14 || /[a\n.-]/.test(text) || personalShape(text) === null) continue;
      expect(find(text), JSON.stringify(text)).not.toEqual([]);
    }
  });

  test('a secret is covered whole, into however many elements and signs without width it is split', () => {
    const next = random(11);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
    for (let run = 0; run < 2000; run += 1) {
      const secret = pick(secrets);
      const disguised = [...secret]
        .map((char) => {
          const wide =
            /\d/.test(char) && next() < 0.3 ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char;
          return wide + (next() < 0.2 ? pick(['\u200b', '\u2060', '\u00ad', '\ufeff']) : '');
        })
        .join('');
      const lead = pick(['', 'lihat ', 'ini:\n', 'x, ']);
      const whole = lead + disguised + pick(['', ' ok', '\nlalu', '.']);
      const pieces: TextPiece[] = [];
      for (let at = 0; at < whole.length; ) {
        const size = 1 + Math.floor(next() * 5);
        pieces.push({ before: '', text: whole.slice(at, at + size) });
        at += size;
      }
      const covered = new Set<number>();
      const starts = pieces.map((_, n) => pieces.slice(0, n).reduce((sum, { text }) => sum + text.length, 0));
      const ranges = findPersonal(joinPieces(pieces), personalRules, known);
      for (const { piece, from, to } of rangesInPieces(pieces, ranges))
        for (let at = from; at < to; at += 1) covered.add((starts[piece] as number) + at);
      for (let at = lead.length; at < lead.length + disguised.length; at += 1) {
        if (/[\u200b\u2060\u00ad\ufeff\s]/.test(whole[at] as string)) continue;
        expect(covered.has(at), JSON.stringify([whole, at])).toBe(true);
      }
    }
  });

  test('ranges are in order, within the text, and do not touch it twice', () => {
    const next = random(3);
    const bits = [
      'Jl. Melati 5',
      '0812 3456 7890',
      '@budi',
      'a@b.id',
      '\n',
      '\t',
      ' ',
      'Penerima: Al',
      'Rp5.000',
      '😀',
      'é',
    ];
    for (let run = 0; run < 500; run += 1) {
      const text = Array.from({ length: 12 }, () => bits[Math.floor(next() * bits.length)]).join('');
      let last = 0;
      for (const { from, to } of findPersonal(text, personalRules)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }
  });

  test('hostile texts end soon enough to end at all', () => {
    for (const bit of ['a', '1 ', '0 8', '-', '*', 'a@', '\t1', 'Jl. ', 'rp1.', 'nama:', '(', 'x1_'])
      expect(Array.isArray(find(bit.repeat(20_000)))).toBe(true);
  });
});
