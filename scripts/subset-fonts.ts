import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import sources from '../components/look/fonts/sources.json' with { type: 'json' };
import { charactersOf } from './release/font-characters';

// Cuts the product's fonts out of open ones: what our two languages are written with, in the weights that we use.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'components/look/fonts');

for (const { name, package: source, file, weights, characters } of sources) {
  const [min = 400, max = 400] = weights ?? [];
  const font = await subsetFont(
    readFileSync(join(root, 'node_modules', source, file)),
    charactersOf(characters),
    { targetFormat: 'woff2', noHinting: true, ...(weights && { variationAxes: { wght: { min, max } } }) },
  );
  writeFileSync(join(folder, `${name}.woff2`), font);
  console.log(`${name}: ${(font.length / 1000).toFixed(1)} kB of ${source}`);
}
