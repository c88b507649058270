import { describe, expect, test } from 'vitest';
import captions from '../../store/captions.json';
import { type Caption, marquee, ownPage, popupOverPage, smallTile, twoPopups } from '../../store/layouts';

const picture = 'data:image/png;base64,AAAA';

describe.each(['id', 'en'] as const)('the stores’ pictures in %s', (language) => {
  const caption = (key: keyof (typeof captions)['id']) => captions[language][key] as unknown as Caption;
  const layouts = [
    popupOverPage('Name', caption('answer'), picture, picture),
    twoPopups('Name', caption('sources'), picture, picture),
    popupOverPage('Name', caption('warning'), picture, picture),
    ownPage('Name', caption('history'), picture),
    ownPage('Name', caption('evidence'), picture),
    smallTile('Name', caption('promo')),
    marquee('Name', caption('promo'), picture),
  ];

  test('have the sizes that the stores ask for', () => {
    expect(layouts.map(({ width, height }) => `${width}x${height}`)).toEqual([
      ...Array(5).fill('1280x800'),
      '440x280',
      '1400x560',
    ]);
  });

  test('are made of nothing but themselves', () => {
    for (const { html } of layouts)
      expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|<script/);
  });
});

test('every caption has a headline and a line, in both languages', () => {
  expect(Object.keys(captions.id)).toEqual(Object.keys(captions.en));
  for (const [headline, line] of [...Object.values(captions.id), ...Object.values(captions.en)]) {
    expect(headline).toMatch(/[.?]$/);
    expect(line).toMatch(/\.$/);
  }
});
