import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRulebook } from '../core/rulebook/built-in';
import { codebookPage } from './docs/codebook-page';
import { fillIn } from './docs/fill-ins';
import { renderPage } from './docs/render-page';
import { rulebookPage } from './docs/rulebook-page';
import { isListed, type SitePage, sitePages } from './docs/site-pages';

// Builds the documentation site from docs/ and the data, as files that open from a disk and ask the network for nothing.
const docs = join(import.meta.dirname, '../docs');
const folder = join(import.meta.dirname, '../.output/docs');

const made: Readonly<Record<string, () => string>> = {
  codebook: codebookPage,
  'rulebook.id': () => rulebookPage(builtInRulebook, 'id'),
  'rulebook.en': () => rulebookPage(builtInRulebook, 'en'),
};
const written = readdirSync(docs)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length))
  .sort();
const read = (name: string): string => readFileSync(join(docs, `${name}.md`), 'utf8');

const others = written
  .filter((name) => !isListed(name))
  .map((name): SitePage => {
    const title = /^# (.+)$/m.exec(read(name))?.[1] ?? name;
    return { name, language: name.endsWith('.id') ? 'id' : 'en', title };
  });
const contents = others.length === 0 ? sitePages : [...sitePages, { group: 'More', pages: others }];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let count = 0;
for (const page of contents.flatMap(({ pages }) => pages)) {
  const markdown = made[page.name]?.() ?? fillIn(read(page.name), page.language);
  writeFileSync(join(folder, `${page.name}.html`), renderPage(page, markdown, contents));
  count += 1;
}
console.log(`${count} pages in .output/docs: open index.html`);
