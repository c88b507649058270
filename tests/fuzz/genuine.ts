import { expect } from 'vitest';
import type { Verdict } from '../../core/verdict/verdict';
import hosts from '../../rulebook/hosts.json';

/**
 * The oracle: what a verdict may say of an address, decided by nothing but the platform's URL and the rulebook's list
 * of hosts. It shares no code with the judge.
 */
const listed = new Set(hosts.hosts.map(({ host }) => host));

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch {
    return new URL('none:');
  }
}

/** Whether an address is an encrypted page, on the usual port, of a host on the list. */
export function isGenuine(address: string): boolean {
  const { protocol, port, hostname } = parsed(address);
  return protocol === 'https:' && port === '' && listed.has(hostname);
}

/** Whether an address is of one of the two companies, on whatever host, port or protocol of theirs. */
export function isTheirs(address: string): boolean {
  const { protocol, hostname } = parsed(address);
  if (!/^https?:$/.test(protocol)) return false;
  const labels = hostname.replace(/\.$/, '').split('.');
  return hosts.domains.some(({ domain }) => labels.slice(-domain.split('.').length).join('.') === domain);
}

const baskets = ['yes', 'no', 'unknown', 'conflicting'];
const processors = ['tokopedia', 'tiktok-shop', 'none', 'unknown', 'conflicting'];
/** Would turn round, hide or break off the words of a screen or of a terminal. */
const unseen = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Holds every verdict to the contract that all of them share. */
export function expectInContract(verdict: Verdict): void {
  expect(baskets).toContain(verdict.basket);
  expect(processors).toContain(verdict.processor);
  for (const { value, signal } of verdict.evidence) {
    expect(value.length, signal).toBeLessThanOrEqual(200);
    expect(value, signal).not.toMatch(unseen);
  }
  for (const { found, rule } of verdict.drift) {
    expect(found.length, rule).toBeLessThanOrEqual(200);
    expect(found, rule).not.toMatch(unseen);
  }
  if (verdict.basket === 'unknown') expect([...verdict.unread, ...verdict.drift]).not.toEqual([]);
  if (verdict.basket === 'no') expect(verdict.evidence).not.toEqual([]);
  expect(verdict.address).not.toMatch(/[?#]/);
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
}

/** Nobody but a genuine host is a "yes", or somebody's system. */
export function expectNoFalseYes(verdict: Verdict, address: string): void {
  if (isGenuine(address)) return;
  expect(verdict.basket, address).not.toBe('yes');
  expect(['tokopedia', 'tiktok-shop'], address).not.toContain(verdict.processor);
}
