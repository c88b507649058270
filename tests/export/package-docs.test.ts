import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeQuery, packageTables } from '../../core/export/package-readme';

test('the documented lines for merging are the ones that packages carry and tests run', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/research-package.md'), 'utf8');
  for (const table of packageTables) expect(docs).toContain(mergeQuery(table));
});
