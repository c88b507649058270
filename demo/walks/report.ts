import { join } from 'node:path';
import type { DemoBrowser } from '../browser';
import type { Popup } from '../popup';
import { pageNamed } from '../shop/demo-pages';
import { takeWholePicture } from '../states';
import type { Walk } from './walk';

const video = pageNamed('video-basket').address;

/** The popup on the video, once it can capture. */
async function popupOnVideo(browser: DemoBrowser): Promise<Popup> {
  const page = await browser.newPage();
  await page.goto(video);
  const popup = await browser.openPopup(page);
  await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
  return popup;
}

export const report: Walk = {
  name: 'report',
  title: {
    id: 'Meliput: tangkap sebuah halaman sebagai bukti, lalu periksa.',
    en: 'Report: capture a page as evidence, and verify it.',
  },
  steps: (words) => {
    const [capture, visible, keep, save, verifier] = (
      ['capture.open', 'capture.visible', 'redact.continue', 'gallery.export', 'gallery.to-verifier'] as const
    ).map((key) => `“${words.say(key)}”`);
    return words.language === 'id'
      ? [
          `Di popup di atas video tekan ${capture}, lalu ${visible}.`,
          `Tinjau setiap penutup, lalu tekan ${keep}: baru sekarang tersimpan.`,
          `Tekan ${save}, lalu pilih berkas itu di ${verifier}.`,
        ]
      : [
          `In the popup above the video press ${capture}, then ${visible}.`,
          `Review every cover, then press ${keep}: only now it is stored.`,
          `Press ${save}, then choose that file under ${verifier}.`,
        ];
  },
  async begin(browser) {
    await popupOnVideo(browser);
  },
  async walk(browser, folder, tell) {
    const popup = await popupOnVideo(browser);
    const opened = browser.context.waitForEvent('page');
    await popup.evaluate(`document.querySelector('.to-capture').click()`);
    await popup.waitFor(`document.querySelector('.capture-choice .visible') !== null`, 5000);
    await popup.evaluate(`document.querySelector('.capture-choice .visible').click()`);
    const capture = await opened;
    await capture.waitForSelector('.stage .tile', { timeout: 60_000 });
    await takeWholePicture(capture, join(folder, '1-review.png'));
    tell('1-review.png: what may concern a person is covered; nothing is stored before each was decided on.');
    if (await capture.isEnabled('.keep-all')) await capture.click('.keep-all');
    await capture.click('.continue');
    await capture.waitForSelector('button.export', { timeout: 60_000 });
    await takeWholePicture(capture, join(folder, '2-kept.png'));
    tell('2-kept.png: signed, checked, and in the gallery.');
    const download = capture.waitForEvent('download');
    await capture.click('button.export');
    const file = await download;
    const name = file.suggestedFilename();
    await file.saveAs(join(folder, name));
    tell(`${name}: the bundle. Anybody checks it: npm run --silent verify -- artifacts/demo/report/${name}`);
    await capture.close();
  },
};
