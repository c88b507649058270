import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listingIn } from '../../store/listing';
import { readPermissions } from '../../store/read-permissions';

const root = join(import.meta.dirname, '../..');

describe.each(['id', 'en'] as const)('the listing in %s', (language) => {
  const listing = listingIn(language);

  test('keeps to the stores’ lengths', () => {
    expect(listing.name.length).toBeLessThanOrEqual(45);
    expect(listing.summary.length).toBeLessThanOrEqual(132);
    expect(listing.description.length).toBeGreaterThan(500);
    expect(listing.description.length).toBeLessThanOrEqual(10_000);
  });

  test('is plain text: no Markdown, no markup, no address', () => {
    expect(listing.description).not.toMatch(/https?:|<|\]\(|^#|\*\*/m);
  });

  test('makes no claim of law or of shares: those come with their sources, in the product', () => {
    expect(listing.description).not.toMatch(/permendag|regulation no|nomor \d|\d\s?%|20\d\d/i);
  });
});

test('both languages say the same parts in the same order', () => {
  const shape = (language: 'id' | 'en') =>
    listingIn(language)
      .description.split('\n')
      .map((line) =>
        line.startsWith('•') ? '•' : /^[A-Z ,]+$/.test(line) ? 'heading' : line === '' ? '' : 'text',
      );
  expect(shape('id')).toEqual(shape('en'));
});

test('both privacy policies name the hosts of the manifest and the same number of kept things', () => {
  const policies = ['id', 'en'].map((language) =>
    readFileSync(join(root, `docs/privacy.${language}.md`), 'utf8'),
  );
  for (const policy of policies)
    for (const { right } of readPermissions().filter(({ right }) => /^https:\/\/\w/.test(right)))
      expect(policy).toContain(new URL(right.replace('/*', '/')).host);
  const rows = policies.map((policy) => policy.split('\n').filter((line) => line.startsWith('| ')).length);
  expect(rows[0]).toBe(rows[1]);
});

describe.each(['chrome-mv3', 'edge-mv3', 'firefox-mv3'])('the build %s', (name) => {
  const file = join(root, '.output', name, 'manifest.json');
  if (!existsSync(file))
    throw new Error(`${file} is absent: run "npm run package" first, as "npm test" does`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const asked: string[] = [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
    ...manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches),
  ];

  test('asks for nothing that docs/permissions.md does not justify', () => {
    const justified = readPermissions().map(({ right }) => right);
    expect(asked.length).toBeGreaterThan(8);
    for (const right of asked) expect(justified).toContain(right);
    for (const right of justified) expect(asked).toContain(right);
  });
});

test('each justification fits into a store’s field of 1,000 characters, as plain text', () => {
  for (const { right, text } of readPermissions()) {
    expect(text.length, right).toBeLessThanOrEqual(1000);
    expect(text, right).toMatch(/^[A-Z].{30,}\. Without it: .+\.$/);
    expect(text, right).not.toMatch(/[`|]/);
  }
});
