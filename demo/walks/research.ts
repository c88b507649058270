import { join } from 'node:path';
import { beginRecording } from '../begin-recording';
import { pageNamed } from '../shop/demo-pages';
import { takeWholePicture } from '../states';
import type { Walk } from './walk';

const video = pageNamed('video-basket').address;
const product = pageNamed('shop-id-product').address;

export const research: Walk = {
  name: 'research',
  title: {
    id: 'Meneliti: rekam sebuah alur belanja, lalu ekspor.',
    en: 'Research: record a flow of buying, and export it.',
  },
  steps: (words) => {
    const [agree, start, save] = (['log.agree', 'log.start', 'log.export.package'] as const).map(
      (key) => `“${words.say(key)}”`,
    );
    return words.language === 'id'
      ? [
          `Buku catatan terbuka. Centang ${agree} dan tekan ${start}.`,
          `Buka [video ini](${video}), lalu di tab yang sama [produk ini](${product}).`,
          `Kembali ke buku catatan: alur itu ada di sana. Tekan ${save}.`,
        ]
      : [
          `The logbook opens. Tick ${agree} and press ${start}.`,
          `Open [this video](${video}), then in the same tab [this product](${product}).`,
          `Back in the logbook: the flow is there. Press ${save}.`,
        ];
  },
  async begin(browser) {
    const page = await browser.newPage();
    await page.goto(browser.address('logbook.html'));
  },
  async walk(browser, folder, tell) {
    const logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.waitForSelector('.consent');
    await takeWholePicture(logbook, join(folder, '1-consent.png'));
    tell('1-consent.png: what is kept, and what never is; nothing is recorded before one agrees.');
    await logbook.fill('[name=study]', 'uji-coba');
    await beginRecording(logbook);
    const shop = await browser.newPage();
    await shop.goto(video);
    await logbook.waitForSelector('.flow-row');
    await logbook.click('.flow-row');
    await shop.goto(product);
    await logbook.waitForSelector('.flow-stop:nth-child(2)');
    await takeWholePicture(logbook, join(folder, '2-flow.png'));
    tell('2-flow.png: the video and the product page it led to, as one flow.');
    await shop.close();
    const download = logbook.waitForEvent('download');
    await logbook.click('.export-package');
    const file = await download;
    await file.saveAs(join(folder, file.suggestedFilename()));
    tell(`${file.suggestedFilename()}: the research package; its README.txt says how to read and check it.`);
    await logbook.close();
  },
};
