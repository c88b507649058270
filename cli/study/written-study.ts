import { createHash } from 'node:crypto';
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsCsv } from '../../core/export/codebook-csv';
import { fieldTypes } from '../../core/export/describe-package';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { DataPart } from './merge';
import { studyTableNames, studyTables } from './tables';

async function sha256OfFile(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  for await (const bytes of createReadStream(path)) sha256.update(bytes);
  return sha256.digest('hex');
}

/** `data/datapackage.json` (Data Package 2.0): every table with its files, their hashes and rows, its fields and keys. */
export async function writeDataPackage(
  folder: string,
  study: string,
  parts: readonly DataPart[],
): Promise<void> {
  const resources = [];
  for (const table of studyTableNames) {
    const { title, columns, primaryKey, foreignKeys } = studyTables[table];
    const files = [];
    for (const { path, rows } of parts.filter((part) => part.table === table)) {
      const file = join(folder, path);
      files.push({ path, rows, bytes: statSync(file).size, hash: `sha256:${await sha256OfFile(file)}` });
    }
    resources.push({
      name: table.replace('_', '-'),
      title,
      path: files.map(({ path }) => path),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
      files,
      schema: {
        fields: columns.map(({ name, type, unit, definition, class: tier, categories, open }) => ({
          name,
          type: fieldTypes[type],
          description: definition,
          ...(unit && { unit }),
          class: tier,
          ...(categories &&
            !open && { categories: categories.map(({ value, label }) => ({ value, label })) }),
        })),
        missingValues: [''],
        primaryKey,
        foreignKeys: Object.entries(foreignKeys).map(([other, fields]) => ({
          fields,
          reference: { resource: other.replace('_', '-'), fields },
        })),
      },
    });
  }
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: study,
    title: `Where orders go: merged observations of study “${study}”`,
    description:
      'What browsers of several participants saw of pages that offer to buy from a TikTok basket in Indonesia. Evidence of what was seen, never of absence. Pseudonymous: not for publication.',
    licenses: [{ name: 'other-closed', title: 'For the study that is named, by its participants’ consent' }],
    resources,
  };
  writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`);
}

/** `dictionary.csv`: every field of every table of `data/`, with its values. */
export function writeDictionary(file: string): void {
  const tables = studyTableNames.map((table) => [table, studyTables[table].columns] as const);
  writeFileSync(file, fieldsCsv(tables, builtInRulebook));
}
