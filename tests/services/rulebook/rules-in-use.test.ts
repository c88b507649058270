import { beforeEach, expect, test, vi } from 'vitest';
import { builtInRulebook } from '../../../core/rulebook/built-in';

const { kept } = vi.hoisted(() => ({ kept: {} as { rulebook_pack?: unknown } }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
    storage: { local: { get: async () => kept }, onChanged: { addListener: () => undefined } },
  },
}));
/** What is in use where this lies on the disk. */
async function loaded(pack: unknown) {
  kept.rulebook_pack = pack;
  vi.resetModules();
  const inUse = await import('../../../services/rulebook/rules-in-use');
  await inUse.loadRules();
  return {
    version: inUse.rules().about.version,
    signedBy: inUse.rulesSignedBy(),
    isDamaged: inUse.isPackDamaged(),
  };
}
const newer = { ...builtInRulebook, about: { ...builtInRulebook.about, version: '2099.01.01' } };
const packOf = (rulebook: unknown) => ({
  rulebook: typeof rulebook === 'string' ? rulebook : JSON.stringify(rulebook),
  fingerprint: 'ab',
  checkedBy: '0.1.0',
});
const builtIn = { version: builtInRulebook.about.version, signedBy: null };

beforeEach(() => {
  kept.rulebook_pack = undefined;
});

test('a pack that was taken in is in use', async () => {
  expect(await loaded(packOf(newer))).toEqual({ version: '2099.01.01', signedBy: 'ab', isDamaged: false });
});

test('one that another version checked is not, without being called damaged', async () => {
  expect(await loaded({ ...packOf(newer), checkedBy: '0.0.9' })).toEqual({ ...builtIn, isDamaged: false });
});

test.each([
  ['holds its version alone', packOf({ about: { version: '2099.1.1' } })],
  ['lost a part', packOf({ ...newer, hosts: undefined })],
  ['is cut off', packOf(JSON.stringify(newer).slice(0, -100))],
  ['is empty', packOf('')],
  ['is no rulebook', packOf('null')],
  ['is null', null],
])('the built-in rules are in use, and it is said, where a pack %s', async (_how, pack) => {
  expect(await loaded(pack)).toEqual({ ...builtIn, isDamaged: true });
});
