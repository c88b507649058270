// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect } from 'vitest';
import { personalRules } from '../../core/personal/personal-rules';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { findPlaces } from '../../in-page/personal/find-places';
import { redactSnapshot } from '../../in-page/personal/redact-snapshot';
import { pageFromDocument } from '../../in-page/read/from-document';
import { probeProps } from '../../in-page/read/props-probe';
import { propertyUses } from '../builders/page-scripts';
import { videoId } from '../builders/pages';
import { holdsFor } from './holds-for';
import { items } from './real-pages';

const { names } = propertyUses();
const nobody = { texts: [], avatars: new Set<string>() };
const shadowOf = (element: Element) =>
  Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;

/** What a form's field, or two of one name, look like in the place of the form's own property. */
const standIns = [
  () => document.createElement('input'),
  () => [document.createElement('input'), document.createElement('input')],
  () => document.querySelector('form'),
  () => null,
] as const;

const page = `<form id="one"><p>Penerima: <b>Kenanga Prasasti</b></p><p>Telepon <b>081298765432</b></p>
<form id="two"><div>surel kenanga@canary-mail.test <a href="https://www.tiktok.com/@kenanga">x</a></div></form></form>
<form id="three"><img alt="Kenanga Prasasti"><input value="x"><p>Jl. Kenari No. 17</p></form>`;

function look(): unknown {
  const { inText, places } = findPlaces(document, personalRules, nobody, shadowOf);
  const found = [...inText].map(([node, parts]) =>
    parts.map(({ from, to }) => node.nodeValue?.slice(from, to)),
  );
  const snapshot = redactSnapshot(document, {
    rules: personalRules,
    hosts: rulebook.hosts,
    title: '',
    personalIn: (node) => inText.get(node) ?? [],
    shadowOf,
  });
  const read = pageFromDocument(document, 'https://www.tiktok.com/', rulebook.signals);
  return { found, places: places.length, snapshot, sight: read.sight };
}

const shadows = fc.array(
  fc.record({
    form: fc.nat(2),
    name: fc.constantFrom(...names),
    by: fc.nat(standIns.length - 1),
  }),
  { minLength: 1, maxLength: 12 },
);

holdsFor('forms whose fields are called like the properties that we read', 300, shadows, (chosen) => {
  document.body.innerHTML = page;
  const before = look();
  expect(JSON.stringify(before)).toContain('081298765432');
  const forms = document.querySelectorAll('form');
  for (const { form, name, by } of chosen) {
    const shadowed = forms[form] ?? (forms[0] as HTMLFormElement);
    const standIn = standIns[by]?.();
    Object.defineProperty(shadowed, name, {
      configurable: true,
      // This document's own program reads what we do, which a browser's does not.
      get: () =>
        /happy-dom/.test(new Error().stack?.split('\n')[2] ?? '')
          ? Reflect.get(Object.getPrototypeOf(shadowed), name, shadowed)
          : standIn,
    });
  }
  expect(look()).toEqual(before);
});

/** Every name that the probe itself reads or makes, and what waits for a promise. */
const common = [
  'then',
  'value',
  'get',
  'id',
  'items',
  'room',
  'data',
  'child',
  'return',
  'stateNode',
  'length',
  'textExtra',
];
const rules = { ...rulebook.props, limits: { ...rulebook.props.limits, milliseconds: 60_000 } };

holdsFor(
  'a page that puts our words on Object.prototype',
  200,
  fc.record({
    names: fc.uniqueArray(fc.constantFrom(...common, ...rulebook.props.fields), {
      minLength: 1,
      maxLength: 6,
    }),
    by: fc.constantFrom('function', 'text', 'setter'),
  }),
  ({ names: polluted, by }) => {
    const video = document.createElement('video');
    video.getBoundingClientRect = () => ({ left: 0, right: 300, top: 0, bottom: 400 }) as DOMRect;
    const item = { author: { id: '1' }, stats: {}, textExtra: [], ...items[0], id: videoId };
    const root: Record<string, unknown> = { memoizedProps: {}, return: null, alternate: null, sibling: null };
    const fiber = { memoizedProps: { item }, return: root, alternate: null, sibling: null, child: null };
    Object.assign(root, { child: fiber, stateNode: { current: root } });
    Object.assign(video, { __reactFiber$abc: fiber });
    document.body.replaceChildren(video);
    document.elementFromPoint = () => null;
    const probe = () => probeProps({ mode: 'item', itemId: videoId, rules });
    const before = probe();
    expect(JSON.parse(before).items).toHaveLength(1);
    let answer: unknown;
    try {
      for (const name of polluted)
        Object.defineProperty(
          Object.prototype,
          name,
          // Without a prototype, as what is already there would count as part of it.
          Object.assign(
            Object.create(null),
            { configurable: true },
            by === 'setter'
              ? { get: () => 'x', set: () => undefined }
              : { writable: true, value: by === 'function' ? () => undefined : 'x' },
          ),
        );
      answer = probe();
    } finally {
      for (const name of polluted) Reflect.deleteProperty(Object.prototype, name);
    }
    // Its own world may be broken by the page: then nothing is read, and nothing that is not there. It is text either way.
    expect(['{"items":[],"room":null}', before]).toContain(answer);
  },
);
