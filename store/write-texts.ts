import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listingIn } from './listing';
import { readPermissions } from './read-permissions';

// What is typed into the stores' forms, each in a file of its own, in release/store.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'release/store');
for (const language of ['id', 'en'] as const) {
  const { name, summary, description } = listingIn(language);
  mkdirSync(join(folder, language), { recursive: true });
  writeFileSync(join(folder, language, 'listing.txt'), `${name}\n\n${summary}\n\n${description}`);
  const policy = readFileSync(join(root, `docs/privacy.${language}.md`), 'utf8');
  writeFileSync(join(folder, language, 'privacy.md'), policy);
}
const justifications = readPermissions().map(({ right, text }) => `${right}\n${text}\n`);
writeFileSync(join(folder, 'permissions.txt'), justifications.join('\n'));
writeFileSync(
  join(folder, 'forms.txt'),
  readFileSync(join(import.meta.dirname, 'listing/forms.txt'), 'utf8'),
);
// What the newest version says of itself, before its list of changes.
const [, news = ''] =
  /^## \[\d[^\n]*\n+([\s\S]*?)\n### /m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
writeFileSync(join(folder, 'version-notes.txt'), `${news.trim().replaceAll('**', '')}\n`);
console.log(`texts for the stores in release/store: id, en, ${justifications.length} rights`);
