import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { codebookPage } from './codebook-page';
import { fillIn } from './fill-ins';
import { rulebookPage } from './rulebook-page';

const docs = join(import.meta.dirname, '../../docs');

/** Every page of docs/ by its name, as the data makes it today: whole, or in the parts between its marks. */
export function madePages(): ReadonlyMap<string, string> {
  const written = readdirSync(docs).filter((name) => name.endsWith('.md'));
  return new Map([
    ...written.map((name): [string, string] => [
      name,
      fillIn(readFileSync(join(docs, name), 'utf8'), name.endsWith('.id.md') ? 'id' : 'en'),
    ]),
    ['codebook.md', codebookPage()],
    ['rulebook.id.md', rulebookPage(builtInRulebook, 'id')],
    ['rulebook.en.md', rulebookPage(builtInRulebook, 'en')],
  ]);
}
