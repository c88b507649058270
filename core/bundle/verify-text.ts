import { utf8ToBytes } from './bytes';
import type { CaptureFacts } from './capture-facts';

const furtherTimes = `   Jawaban lain: capture.wacz.2.tsr dan seterusnya; yang paling awal berlaku.
   Further answers: capture.wacz.2.tsr and so on; the earliest counts.
   Bukti OpenTimestamps, jika ada / OpenTimestamps proof, if there is one:
     ots verify capture.wacz.ots
`;
const seals = `
6. Alamat atau gambar yang disegel, jika pembuatnya memberi opening.json
   Sealed address or picture, if its maker hands you an opening.json
     printf '%s' SALT ADDRESS | sha256sum
     (printf '%s' SALT; cat PICTURE.png) | sha256sum
   Hasilnya ada di capture.json: page_commitment, original_commitment.
   What comes out stands in capture.json: page_commitment, original_commitment.
`;

/**
 * VERIFY.txt: how to check a bundle with tools of others. A part of the format, as capture.json is: a verifier makes
 * it again and compares, so its words change only together with `schema_version`.
 */
export const verifyText = ({
  schema_version,
  capture_id,
  taken_utc,
  key_fingerprint,
}: CaptureFacts): Uint8Array =>
  utf8ToBytes(`Di Balik Keranjang (Behind the Basket)
Bukti tangkapan layar / Evidence capture
Capture    ${capture_id}
Taken      ${taken_utc} (jam perangkat / device clock)
Key        ${key_fingerprint}
           SHA-256 dari kunci publik / of the public key (SPKI, DER).
           Bandingkan dengan yang diumumkan pembuatnya.
           Compare it with the one that its maker has published.

Periksa dengan alat umum / Check it with common tools
(sha256sum, unzip, openssl; tanpa alat kami / none of ours)

1. Semua berkas utuh / All files are whole
     sha256sum -c SHA256SUMS

2. Arsip ditandatangani dengan kunci ini / The archive was signed with this key
     openssl dgst -sha256 -verify pubkey.pem -signature capture.wacz.sig capture.wacz
     openssl pkey -pubin -in pubkey.pem -outform DER | sha256sum

3. Isi arsip / What the archive holds
     unzip capture.wacz -d capture
     sha256sum capture/datapackage.json
   Hash yang sama ada di capture/datapackage-digest.json; hash tiap berkas ada di datapackage.json.
   The same hash is in capture/datapackage-digest.json; the hash of each file is in datapackage.json.
   Gambar / picture: capture/evidence/screenshot.png
   Fakta / facts:    capture/evidence/capture.json
   capture.wacz juga terbuka di ReplayWeb.page. / It opens in ReplayWeb.page, too.

4. Waktu tepercaya, jika ada capture.wacz.tsr / Trusted time, if there is a capture.wacz.tsr
     openssl ts -verify -data capture.wacz -in capture.wacz.tsr -CAfile CA.pem
   CA.pem adalah sertifikat otoritas waktu, diambil dari situs otoritas itu sendiri.
   CA.pem is the certificate of the time authority, taken from its own site.
   Membuktikan: berkas sudah ada paling lambat saat itu, bukan sejak kapan.
   It proves that the file existed no later than then, not since when.
   Jika belum ada / If there is none: capture.wacz.tsq adalah permintaannya / is the request for it.
${schema_version === '1.0.0' ? '' : furtherTimes}
5. Catatan, jika ada notes.json / Notes, if there is a notes.json
     openssl dgst -sha256 -verify pubkey.pem -signature notes.json.sig notes.json
   Catatan ditambahkan kemudian dan bukan bagian dari tangkapan.
   Notes were added later and are no part of the capture.
${schema_version === '1.0.0' ? '' : seals}
Tangkapan ini menunjukkan apa yang ditampilkan peramban itu; bukan bukti apa yang dikirim server.
The capture shows what that browser displayed; it is no proof of what the server sent.
`);
