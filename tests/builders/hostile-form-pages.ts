import type { OtherHost } from '../../demo/server';

const data = [
  'Kenanga Prasasti',
  '081298765432',
  'kenanga@canary-mail.test',
  'Jl. Kenari No. 17, RT 04/RW 09',
  'ORD-576460987654321098',
];
const [name, phone, mail, street, order] = data;

const form = (fields: string): string => `<form style="border:1px solid;margin:4px;overflow:hidden">${fields}
<p>Penerima: <b data-canary>${name}</b></p><p>Telepon: <b data-canary>${phone}</b></p><p>Surel: <b data-canary>${mail}</b></p>
<p data-canary>${street}</p><p>No pesanan: <b data-canary>${order}</b></p></form>`;

/** A buyer's form for each name, with a field, and with two fields, of that name: `?names=children,nodeType`. */
export const hostileFormPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => {
    const url = new URL(path, 'https://www.tiktok.com');
    if (url.pathname !== '/formulir') return null;
    const names = (url.searchParams.get('names') ?? '').split(',').filter((one) => /^\w+$/.test(one));
    const forms = names.flatMap((one) => [
      form(`<input name="${one}">`),
      form(`<input name="${one}"><input name="${one}">`),
    ]);
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><meta charset="utf-8"><title>Formulir</title>${form('')}${forms.join('')}`,
    };
  },
};
export const hostileFormAddress = (names: readonly string[]): string =>
  `https://www.tiktok.com/formulir?names=${names.join()}`;
