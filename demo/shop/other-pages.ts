import { bottle, type DemoPage, frame, stateScript } from './page-frame';
import { sideNav, VIDEO_LOOK, videoBody } from './video-look';
import {
  HANDLE,
  PRODUCT_ID,
  pageState,
  SHOP_ID_PRODUCT,
  VIDEO_STATE_ID,
  videoItem,
  videoState,
} from './video-state';

const PHOTO = '7600000000000000201';

const ARTICLE_LOOK = `
body{background:#faf8f4;color:#24211c}article{max-width:680px;margin:48px auto;padding:0 24px;font:18px/1.65 Georgia,"DejaVu Serif",serif}
.kicker{font:600 13px system-ui,sans-serif;text-transform:uppercase;letter-spacing:.08em;color:#8a5a2b}
h1{font-size:38px;line-height:1.2;margin:6px 0 20px}h2{font-size:23px;margin:30px 0 8px}
pre{background:#efeae0;padding:14px 16px;border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:14px}
`;

/** Pages of the video site other than videos, and an article elsewhere that repeats every word. */
export const otherPages: readonly DemoPage[] = [photoPost(), live(), profile(), outside()];

function photoPost(): DemoPage {
  const caption = 'Tiga foto botol contoh, geser ke samping.';
  const item = videoItem(PHOTO, caption, {
    video: { id: PHOTO, height: 0, width: 0, duration: 0, playAddr: '' },
    imagePost: {
      title: caption,
      images: [1, 2, 3].map(() => ({ imageURL: { urlList: [] }, imageWidth: 1080, imageHeight: 1440 })),
    },
  });
  return {
    name: 'photo-post',
    address: `https://www.tiktok.com/@${HANDLE}/photo/${PHOTO}`,
    describes: 'A photo post: no address to play, like a basket video, but no anchor either.',
    html: frame({
      title: `${caption} | Video Contoh`,
      look: VIDEO_LOOK,
      head: stateScript(VIDEO_STATE_ID, videoState(item)),
      body: videoBody({ handle: HANDLE, caption, colour: '#b0713f', notice: 'Foto 1 dari 3' }),
    }),
  };
}

function live(): DemoPage {
  const roomId = '7600000000000000301';
  const state = {
    LiveRoom: {
      loadingState: { getRecommendLive: 0, getUserInfo: 2, getUserStat: 0 },
      needLogin: false,
      liveRoomStatus: 0,
      liveRoomUserInfo: {
        user: { id: '7000000000000000009', uniqueId: HANDLE, nickname: 'Akun Contoh', roomId, status: 2 },
        stats: { followingCount: 5, followerCount: 1200 },
        liveRoom: {
          title: 'Siaran contoh',
          startTime: 1769512567,
          status: 2,
          paidEvent: { event_id: 0, paid_type: 0 },
          gameTagId: 0,
          liveRoomStats: { enterCount: 340, userCount: 21 },
        },
      },
    },
    CurrentRoom: { loadingState: { enterRoom: 0 }, roomInfo: null, roomId: '', liveType: 'video_live' },
  };
  return {
    name: 'live',
    address: `https://www.tiktok.com/@${HANDLE}/live`,
    describes: 'A live page: its source has no field that could tell whether products are shown.',
    html: frame({
      title: 'Siaran langsung contoh | Video Contoh',
      look: VIDEO_LOOK,
      head: stateScript('SIGI_STATE', state),
      body: videoBody({
        handle: HANDLE,
        caption: 'Siaran contoh: tanya jawab botol minum.',
        colour: '#a03c58',
        notice: 'LIVE · 21 penonton',
        here: 'LIVE',
      }),
    }),
  };
}

function profile(): DemoPage {
  const user = {
    id: '7000000000000000009',
    uniqueId: HANDLE,
    nickname: 'Akun Contoh',
    verified: false,
    signature: '',
  };
  const state = pageState({
    'webapp.user-detail': {
      userInfo: {
        user,
        stats: { followerCount: 1200, followingCount: 5, heart: 8100, videoCount: 4 },
        itemList: [],
      },
      shareMeta: { title: 'Akun Contoh di TikTok', desc: '' },
      statusCode: 0,
      statusMsg: '',
    },
  });
  const tiles = ['#3f8f7a', '#4a6fa5', '#8b5a9f', '#8a6d3b']
    .map((colour) => `<a href="#">${bottle(colour)}</a>`)
    .join('');
  return {
    name: 'profile',
    address: `https://www.tiktok.com/@${HANDLE}`,
    describes: 'A profile page: no single video, so nothing about a basket.',
    html: frame({
      title: 'Akun Contoh (@demo) | Video Contoh',
      look: VIDEO_LOOK,
      head: stateScript(VIDEO_STATE_ID, state),
      body: `<div class="stage">${sideNav('Profil')}<main class="profile"><h1>Akun Contoh</h1><p class="bio">@${HANDLE} · 1.200 pengikut · 8.100 suka</p>
<p>Akun rekaan untuk mencoba ekstensi. Semua video di sini gambar saja.</p><div class="grid">${tiles}</div></main><aside></aside></div>`,
    }),
  };
}

function outside(): DemoPage {
  const example = '{"component_key":"anchor_shop","seo_url":"https://shop-id.tokopedia.com/…"}';
  return {
    name: 'outside',
    address: 'https://artikel.test/',
    describes: 'An ordinary article that repeats every word a shop page would have.',
    html: frame({
      title: 'Apa itu keranjang kuning TikTok Shop dan Tokopedia?',
      look: ARTICLE_LOOK,
      body: `<article><p class="kicker">Artikel contoh</p><h1>Apa itu keranjang kuning?</h1>
<p>Di TikTok Shop, penonton dapat menekan keranjang kuning pada video, lalu <b>Beli Sekarang</b>, <b>Buat Pesanan</b> dan <b>Bayar</b>.
Sejak kemitraan dengan Tokopedia, pesanan itu diproses Tokopedia. Nama seperti Shop Tokopedia pun muncul.</p>
<h2>Kata saja tidak cukup</h2>
<p>Artikel ini menyebut checkout, keranjang, Rp 89.000, IDR dan nomor produk ${PRODUCT_ID}. Ada pula
<a href="${SHOP_ID_PRODUCT}">tautan ke halaman produk contoh</a>. Namun halaman ini bukan toko dan tidak menerima pesanan.</p>
<h2>Contoh data halaman</h2><pre>${example.replaceAll('"', '&#34;')}</pre>
<p>Potongan di atas hanya teks. Ia tidak memutuskan apa pun tentang halaman ini.</p></article>`,
    }),
  };
}
