import { expect } from 'vitest';
import { stripAddress } from '../../core/flow/strip-address';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeShopAddress } from '../../core/verdict/judge-shop-address';
import { addressPage, judgeToday } from '../builders/pages';
import { expectInContract, expectNoFalseYes, isGenuine, isTheirs } from './genuine';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';

holdsFor('page addresses', 20_000, hostileAddress, (address) => {
  const verdict = judgeToday(addressPage(address));
  expectInContract(verdict);
  expectNoFalseYes(verdict, address);
  if (isTheirs(address)) {
    expect(verdict.lookalike, address).toBeNull();
    // A host of theirs that no list names may be anything: its address rules nothing out.
    if (verdict.basket === 'no') expect(verdict.surface, address).not.toBe('elsewhere');
  }
});

holdsFor('shop addresses in a page', 20_000, hostileAddress, (address) => {
  const { processor, shown } = judgeShopAddress(address, rulebook);
  expect(['tokopedia', 'tiktok-shop', 'unknown']).toContain(processor);
  if (processor !== 'unknown') {
    expect(isGenuine(address), address).toBe(true);
    const { username, password } = new URL(address);
    expect(username + password, address).toBe('');
  }
  expect(shown.length).toBeLessThanOrEqual(200);
});

holdsFor('addresses as they are kept', 10_000, hostileAddress, (address) => {
  const stripped = stripAddress(address, rulebook.hosts);
  expect(stripped).not.toMatch(/[@#](?!_)/);
  const before = judgeToday(addressPage(address));
  if (stripped === '') return;
  expect(new URL(stripped).pathname).not.toMatch(/\d{6}/);
  const after = judgeToday(addressPage(stripped));
  expect([after.basket, after.processor, after.kind], address).toEqual([
    before.basket,
    before.processor,
    before.kind,
  ]);
});
