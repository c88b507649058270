import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { collectSight, type Sight } from '../../core/page/sight';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { videoAddress } from '../builders/pages';

const limits = { ...rulebook.signals.limits, sightNodes: 100, sightCharacters: 1000 };
const seen = (html: string): Sight => {
  const { sight } = pageFromHtml(html, videoAddress, rulebook.signals);
  if (sight === null || typeof sight === 'string') throw new Error(`no sight: ${sight}`);
  return sight;
};
const collected = (more: Partial<typeof limits> = {}) => collectSight({ ...limits, ...more });
const none = () => null;

test('a page of one word is seen whole, and nothing is made up', () => {
  expect(seen('<html><body><p>kenanga</p></body></html>')).toEqual({
    title: '',
    heading: '',
    text: 'kenanga',
    marks: '',
    comments: '',
    scripts: 0,
    data: 0,
    program: 0,
    asksPassword: false,
    isMarkup: true,
    isLong: false,
  });
});

test('words are seen with one blank between them, and none around them', () => {
  const sight = seen('<title> \n Kebun \t bunga </title><h1>  Bunga\n  kenanga </h1><p>  di   kebun </p>');
  expect(sight).toMatchObject({
    title: 'Kebun bunga',
    heading: 'Bunga kenanga',
    text: 'Bunga kenanga di kebun',
  });
});

test('the first title and the first heading count', () => {
  const sight = seen('<title>Kebun</title><body><h1></h1><p>a</p><h1>Bunga</h1><h1>Daun</h1>');
  expect(sight).toMatchObject({ title: 'Kebun', heading: 'Bunga' });
});

test.each(['id', 'class', 'name', 'src', 'action', 'http-equiv', 'content', 'href'])(
  'what a part is called is seen, by its %s',
  (name) => {
    expect(seen(`<html><body><i ${name}="kenanga"></i>`).marks).toBe(` ${name}="kenanga"`);
  },
);

test('other attributes are not seen', () => {
  expect(seen('<html><body><i title="kenanga" data-x="melati" id=""></i>').marks).toBe('');
});

test.each(['style', 'noscript', 'template', 'head', 'iframe', 'object'])(
  'a text that nobody sees is not seen: in %s',
  (within) => {
    const collector = collected();
    collector.texts(within, 'kenanga', false);
    expect(collector.sight()).toMatchObject({ text: '', heading: '' });
  },
);

describe('what asks for a password', () => {
  test.each([
    ['a field for one', '<input type="password">', true],
    ['a field for a name', '<input type="text">', false],
    ['a part that only says so', '<i type="password"></i>', false],
    ['nothing', '<p>a</p>', false],
  ])('%s', (_what, html, asksPassword) => {
    expect(seen(`<html><body>${html}`).asksPassword).toBe(asksPassword);
  });
});

describe('scripts are counted by what they hold', () => {
  test.each([
    [
      'JSON of its own',
      '<script type="application/json">{"a":1}</script>',
      { data: 7, program: 0, marks: '' },
    ],
    ['JSON for search engines', '<script type="application/ld+json">[12]</script>', { data: 4, program: 0 }],
    ['a program that holds JSON', '<script>x={"a":1}</script>', { data: 0, program: 9, marks: ' x={"a":1}' }],
    ['a program without', '<script>kenanga()</script>', { data: 0, program: 0, marks: ' kenanga()' }],
    ['a program of another type', '<script type="module">f({"a":1})</script>', { data: 0, program: 10 }],
  ])('%s', (_what, html, expected) => {
    expect(seen(`<html><body>${html}`)).toMatchObject({ scripts: 1, text: '', ...expected });
  });

  test('and several add up', () => {
    const json = '<script type="application/json">[1]</script>';
    expect(
      seen(`<html><body>${json}${json}<script>a={"b":1}</script><script>c={"d":2}</script>`),
    ).toMatchObject({
      ...{ scripts: 4, data: 6, program: 18 },
    });
  });
});

describe('nothing is seen at length', () => {
  test('of a part’s name the first 200 characters', () => {
    expect(seen(`<html><body><i id="${'k'.repeat(300)}"></i>`).marks).toBe(` id="${'k'.repeat(200)}"`);
  });

  test('of a script the first 400', () => {
    expect(seen(`<html><body><script>${'k'.repeat(500)}</script>`).marks).toBe(` ${'k'.repeat(400)}`);
  });

  test('of a comment the first 400', () => {
    expect(seen(`<html><!--${'k'.repeat(500)}-->`).comments).toBe(` ${'k'.repeat(400)}`);
  });

  test('of a title and a heading the first 300', () => {
    const words = 'k'.repeat(400);
    const sight = seen(`<title>${words}</title><h1>${words}</h1>`);
    expect([sight.title, sight.heading]).toEqual(['k'.repeat(300), 'k'.repeat(300)]);
  });

  test('of any text twice what makes a page long', () => {
    const collector = collected({ sightCharacters: 100 });
    collector.texts('title', 'k'.repeat(1000), false);
    expect(collector.sight().title).toBe('k'.repeat(200));
  });

  test('of all names and scripts four times as much, of all comments once', () => {
    const collector = collected({ sightCharacters: 10 });
    collector.element('i', (name) => (name === 'id' ? 'k'.repeat(100) : null));
    collector.comment('k'.repeat(100));
    const { marks, comments, isLong } = collector.sight();
    expect([marks.length, comments.length, isLong]).toEqual([40, 10, false]);
  });
});

describe('a document is long', () => {
  test.each([
    ['elements', (collector: ReturnType<typeof collectSight>) => collector.element('p', none)],
    ['texts', (collector: ReturnType<typeof collectSight>) => collector.texts('p', ' ', false)],
    ['comments', (collector: ReturnType<typeof collectSight>) => collector.comment('')],
  ])('by more %s than the bound, and not by as many', (_what, add) => {
    const collector = collected({ sightNodes: 3 });
    for (let count = 0; count < 3; count++) add(collector);
    expect(collector.sight().isLong).toBe(false);
    add(collector);
    expect(collector.sight().isLong).toBe(true);
  });

  test('by more characters than the bound, and not by as many', () => {
    const collector = collected({ sightCharacters: 10 });
    collector.texts('p', 'k'.repeat(9), false);
    expect(collector.sight()).toMatchObject({ isLong: false, text: 'k'.repeat(9) });
    collector.texts('p', 'k', false);
    expect(collector.sight()).toMatchObject({ isLong: true, text: '' });
  });

  test('but not by blanks', () => {
    const collector = collected({ sightCharacters: 10 });
    for (let count = 0; count < 50; count++) collector.texts('p', ' \n ', false);
    expect(collector.sight()).toMatchObject({ isLong: false, text: '' });
  });
});

test('comments are seen in their order, also before and behind the page', () => {
  expect(seen('<!--kebun--><html><body><!--bunga--></body></html><!--kenanga-->').comments).toBe(
    ' kebun bunga kenanga',
  );
});

test('a program that saves pages in attributes is seen as if it said so, another attribute is not', () => {
  expect(seen('<html data-scrapbook-source="x"><body></body></html>').comments).toBe(' scrapbook');
  expect(seen('<html data-source="x"><body></body></html>').comments).toBe('');
});
