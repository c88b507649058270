import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withMessages } from './message-table';

// npm run messages: puts who may say what to whom into docs/architecture.md.
const place = join(import.meta.dirname, '../docs/architecture.md');
writeFileSync(place, withMessages(readFileSync(place, 'utf8')));
