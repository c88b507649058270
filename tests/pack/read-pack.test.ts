import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../core/pack/compare-versions';
import { makePack } from '../../core/pack/make-pack';
import { readPack } from '../../core/pack/read-pack';
import { rulebookFiles } from '../../core/rulebook/built-in';
import { packSigner } from '../builders/packs';

const present = { ...rulebookFiles.about, version: '2026.11.24', today: '2026-12-01' };
const newer = { ...rulebookFiles, about: { ...rulebookFiles.about, version: '2026.12.01' } };
const textOf = (rulebook: unknown) => JSON.stringify(rulebook);

describe('a rulebook pack', async () => {
  const signer = await packSigner();
  const packOf = async (rulebook: unknown, text = textOf(rulebook)) =>
    makePack(text, signer.spki, signer.sign);

  test('is read when it is signed, whole and newer; it names its key', async () => {
    const answer = await readPack(JSON.stringify(await packOf(newer)), present);
    expect(answer).toMatchObject({ ok: true, fingerprint: signer.fingerprint });
    expect(answer.ok && answer.rulebook.about.version).toBe('2026.12.01');
  });

  test.each([
    ['nothing', ''],
    ['another file', '{"a":1}'],
    ['a list', '[]'],
    ['a field more', JSON.stringify({ ...(await packOf(newer)), more: 1 })],
    ['a key that is no base64', JSON.stringify({ ...(await packOf(newer)), public_key: '%' })],
  ])('is not %s', async (_, text) => {
    expect(await readPack(text, present)).toMatchObject({ ok: false, why: 'not-a-pack' });
  });

  test('is refused when one letter of its rules was changed after signing', async () => {
    const pack = await packOf(newer);
    const changed = {
      ...pack,
      rulebook: pack.rulebook.replace('shop-id.tokopedia.com', 'shop-id.tokopedla.com'),
    };
    expect(changed.rulebook).not.toBe(pack.rulebook);
    expect(await readPack(JSON.stringify(changed), present)).toMatchObject({ ok: false, why: 'signature' });
  });

  test('is refused when another key stands in it', async () => {
    const { spki } = await packSigner();
    const other = await makePack(textOf(newer), spki, signer.sign);
    expect(await readPack(JSON.stringify(other), present)).toMatchObject({ ok: false, why: 'signature' });
  });

  test('is refused with the place named when the rules are not whole, though signed', async () => {
    const broken = {
      ...newer,
      statements: newer.statements.map((one) => ({ ...one, sources: ['nowhere'] })),
    };
    const answer = await readPack(JSON.stringify(await packOf(broken)), present);
    expect(answer).toMatchObject({ ok: false, why: 'not-a-rulebook' });
    expect(answer.ok === false && answer.detail).toContain('statements.json');
    const noJson = await readPack(JSON.stringify(await packOf(null, '{"about":')), present);
    expect(noJson).toMatchObject({ ok: false, why: 'not-a-rulebook' });
  });

  test.each([['2026.11.24'], ['2026.11.23'], ['2025.12.31.9']])(
    'of version %s is not newer',
    async (version) => {
      const old = { ...newer, about: { ...newer.about, version } };
      const answer = await readPack(JSON.stringify(await packOf(old)), present);
      expect(answer).toEqual({ ok: false, why: 'not-newer', detail: version });
    },
  );

  test('from days to come is refused: it would keep every genuine one out until then', async () => {
    const at = async (version: string) => {
      const { signals } = newer;
      const files = { ...newer, signals, about: { ...newer.about, version } };
      return readPack(JSON.stringify(await packOf(files)), present);
    };
    expect(await at('2026.12.08')).toMatchObject({ ok: true });
    expect(await at('2026.12.09')).toEqual({ ok: false, why: 'ahead', detail: '2026.12.09' });
    expect(await at('9999.12.31')).toMatchObject({ ok: false, why: 'ahead' });
    expect(await at('9999.99.99')).toMatchObject({ ok: false, why: 'not-a-rulebook' });
  });

  const { signals, props, sources, personal, hosts } = newer;
  test.each<[string, object, string]>([
    [
      'a pattern that may take for ever',
      {
        signals: {
          ...signals,
          textSignals: signals.textSignals.map((one) => ({ ...one, pattern: '(([A-Za-z]+)+)!' })),
        },
      },
      'signals.json',
    ],
    ['a pattern that reads twice', { hosts: { ...hosts, browserPages: '^(?:a|a)+:$' } }, 'hosts.json'],
    [
      'a pattern without end in a host',
      { hosts: { ...hosts, browserPages: '^(?:[a-z]{1,63}){1,63}:$' } },
      'hosts.json',
    ],
    [
      'a limit of the reader',
      { signals: { ...signals, limits: { ...signals.limits, stateCharacters: 1e12 } } },
      'limits',
    ],
    [
      'a limit of the look',
      { props: { ...props, limits: { ...props.limits, milliseconds: 1e9 } } },
      'limits',
    ],
    [
      'a limit of the finder',
      { personal: { ...personal, snapshot: { ...personal.snapshot, characters: 1e12 } } },
      'snapshot',
    ],
    ...['cookie', 'token', 'phone', 'userEmail', 'innerHTML'].map((field): [string, object, string] => [
      `the field ${field}`,
      { props: { ...props, fields: [...props.fields, field] } },
      'props.json',
    ]),
    [
      'a selector for an element',
      { signals: { ...signals, drawnLink: { ...signals.drawnLink, element: 'a, input[type=password]' } } },
      'drawnLink',
    ],
    [
      'a user in an address',
      {
        sources: sources.map((source, n) =>
          n === 0 ? { ...source, address: 'https://tokopedia.com@evil.example/' } : source,
        ),
      },
      'sources.json',
    ],
  ])('may not hold %s, though signed', async (_, change, place) => {
    const answer = await readPack(JSON.stringify(await packOf({ ...newer, ...change })), present);
    expect(answer).toMatchObject({ ok: false, why: 'not-a-rulebook' });
    expect(answer.ok === false && answer.detail).toContain(place);
  });

  test('of another format is refused, since this version could misread it', async () => {
    const other = { ...newer, about: { ...newer.about, format: newer.about.format + 1 } };
    const answer = await readPack(JSON.stringify(await packOf(other)), present);
    expect(answer).toMatchObject({ ok: false, why: 'another-format' });
  });

  test('of an older format is refused as that, not as full of faults', async () => {
    // As rules were before they told a page from what stands in its place.
    const { looks: _looks, ...rest } = newer;
    const older = { ...rest, about: { ...newer.about, format: 2 } };
    const answer = await readPack(JSON.stringify(await packOf(older)), present);
    expect(answer).toEqual({ ok: false, why: 'older-format', detail: '2' });
  });
});

test.each([
  ['2026.11.24', '2026.11.24', 0],
  ['2026.11.24.1', '2026.11.24', 1],
  ['2026.11.24.2', '2026.11.24.10', -1],
  ['2027.01.01', '2026.12.31.5', 1],
])('version %s against %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});
