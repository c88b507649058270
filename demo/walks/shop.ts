import { join } from 'node:path';
import { pageNamed } from '../shop/demo-pages';
import { demoStates, openPopupPage, openState, takeWholePicture } from '../states';
import type { Walk } from './walk';

const video = pageNamed('video-basket').address;

export const shop: Walk = {
  name: 'shop',
  title: {
    id: 'Belanja: siapa yang menangani pesanan di balik keranjang kuning?',
    en: 'Shop: who handles the order behind a yellow basket?',
  },
  steps: (words) =>
    words.language === 'id'
      ? [
          'Jawabannya terbuka di atas video contoh. Di bawahnya: siapa yang mengatakannya, aturan mana, siapa yang membantah.',
          `Tekan “${words.say('popup.rights')}”.`,
          'Buka halaman lain di bawah ini, lalu tekan keranjang kuning di bilah alat: ia ada di balik keping puzzle.',
        ]
      : [
          'The answer opens above a made-up video. Below it: who says so, under which rule, and who disputes it.',
          `Press “${words.say('popup.rights')}”.`,
          'Open other pages below, and press the yellow basket in the toolbar: it is behind the puzzle piece.',
        ],
  async begin(browser) {
    const page = await browser.newPage();
    await page.goto(video);
    await (await browser.openPopup(page)).waitFor(`document.querySelector('.answer') !== null`, 10_000);
  },
  async walk(browser, folder, tell) {
    for (const state of demoStates) {
      const { page, popup } = await openState(browser, state);
      const answer = String(await popup.evaluate(`document.querySelector('.answer').textContent`));
      tell(`${page.url()}\n    ${answer}`);
      const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
      await takeWholePicture(screen, join(folder, `${state.name}.png`));
      await screen.close();
      await page.close();
    }
  },
};
