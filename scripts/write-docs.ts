import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madePages } from './docs/made-pages';

// npm run docs: writes what docs/ tells of the rulebook and the codebook anew from their data.
for (const [name, text] of madePages()) writeFileSync(join(import.meta.dirname, '../docs', name), text);
