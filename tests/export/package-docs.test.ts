import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeQuery } from '../../core/export/package-readme';

test('the documented line for merging is the one that packages carry and tests run', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/research-package.md'), 'utf8');
  expect(docs).toContain(mergeQuery);
});
