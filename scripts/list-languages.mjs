import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Lists the files of core/explanation/texts in languages.ts beside them: a language is there as soon as its file is.
// Vite could find them by itself, but the command line tools run without Vite. Runs before every build.
const folder = join(process.argv[2] ?? join(import.meta.dirname, '..'), 'core/explanation/texts');
const first = ['id', 'en'];
const found = readdirSync(folder)
  .filter((name) => /^[a-z]{2,3}\.json$/.test(name))
  .map((name) => name.slice(0, -'.json'.length))
  .toSorted();
const languages = [...first, ...found.filter((name) => !first.includes(name))];
const text = `// Made from the files beside it by scripts/list-languages.mjs, before every build.
${found.map((name) => `import ${name} from './${name}.json';\n`).join('')}
/** Every language's texts, by its tag. A file that lacks a text is refused by the types. */
export const texts = { ${languages.join(', ')} } satisfies Record<string, Record<keyof typeof id, string>>;
`;
const file = join(folder, 'languages.ts');
let before = '';
try {
  before = readFileSync(file, 'utf8');
} catch {
  // Not made yet.
}
if (before !== text) writeFileSync(file, text);
