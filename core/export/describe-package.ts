import { codebook, type FieldRule, type TableName } from '../log/codebook';
import { fieldsOf, type Owner, ownerFields } from './export-row';
import type { PackageFile, Piece } from './package-files';

/** A file of the package as the description lists it. */
export interface DescribedFile extends Pick<PackageFile<Piece>, 'path' | 'bytes' | 'sha256'> {
  readonly name: string;
  /** Rows, where it is a table or a list of lines. */
  readonly rows?: number;
  readonly table?: TableName;
}

/** A file of the package, whole and described. */
export type MadeFile<P extends Piece> = PackageFile<P> & DescribedFile;

export interface PackageAbout extends Owner {
  /** How often something was erased, withheld or released so far. */
  readonly revision: number;
  /** Place of the newest row in the chain; 0 where there is none. */
  readonly lastN: number;
  /** ISO time, UTC, of the newest row or the last sign of recording: the same record gives the same package. */
  readonly created: string;
  readonly extVersion: string;
  readonly rulesetVersion: string;
}

/** The Data Package's name of each type of a field. */
export const fieldTypes = {
  string: 'string',
  int32: 'integer',
  int64: 'integer',
  timestamp: 'datetime',
  date: 'date',
  boolean: 'boolean',
  double: 'number',
} as const;
const endings: Readonly<Record<string, readonly [format: string, mediatype: string]>> = {
  parquet: ['parquet', 'application/vnd.apache.parquet'],
  csv: ['csv', 'text/csv'],
  ndjson: ['ndjson', 'application/x-ndjson'],
  gz: ['ndjson', 'application/gzip'],
  txt: ['txt', 'text/plain'],
};

/** What names a row of a table, and which rows of other tables it belongs to. */
const keys: Readonly<Partial<Record<TableName, object>>> = {
  events: {
    primaryKey: ['participant_id', 'export_id', 'n'],
    uniqueKeys: [['event_id'], ['flow_id', 'seq']],
    foreignKeys: [refersTo('flows', ['flow_id'])],
  },
  flows: { primaryKey: ['flow_id'] },
  exposure: { primaryKey: ['study_id', 'participant_id', 'date'] },
  exposure_pages: {
    primaryKey: ['study_id', 'participant_id', 'date', 'kind', 'basket'],
    foreignKeys: [refersTo('exposure', ['study_id', 'participant_id', 'date'])],
  },
  rejudgements: {
    primaryKey: ['flow_id', 'judgement'],
    foreignKeys: [refersTo('flows', ['flow_id'])],
  },
  chain: { primaryKey: ['n'] },
};

function refersTo(resource: string, fields: readonly string[]) {
  return { fields, reference: { resource, fields } };
}

/** What participants agree to (docs/research-package.md): no licence of ours could give more away. */
const licenses = [
  {
    name: 'other-closed',
    title:
      'For the study that is named, by its participant’s consent; fields of class B are not for publication',
  },
];

/** The package's datapackage.json (Data Package v2): every file with its size, hash, rows and the meaning of its fields. */
export function describePackage(about: PackageAbout, files: readonly DescribedFile[]): string {
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${about.study}-${about.exportId}`,
    id: about.exportId,
    title: `Where orders go: observations of study “${about.study}”`,
    description:
      'What one participant’s browser saw of pages that offer to buy from a TikTok basket in Indonesia. Evidence of what was seen, never of absence; see README.txt and codebook.csv.',
    version: codebook.schema_version,
    created: about.created,
    licenses,
    keywords: ['TikTok', 'Tokopedia', 'keranjang kuning', 'order processing'],
    ...ownerFields(about),
    last_n: about.lastN,
    revision: about.revision,
    software: `di-balik-keranjang ${about.extVersion}`,
    ruleset_version: about.rulesetVersion,
    resources: files.map(describeFile),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function describeFile({ name, path, bytes, sha256, rows, table }: DescribedFile) {
  const [format, mediatype] = endings[path.split('.').at(-1) ?? ''] ?? [];
  const fields = table && fieldsOf(table);
  return {
    name,
    path,
    ...(format && { format, mediatype }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(rows !== undefined && { rows }),
    ...(fields && {
      schema: { fields: fields.map(describeField), missingValues: [''], ...keys[table] },
    }),
  };
}

const describeField = ({ name, type, unit, definition, class: tier, categories, open }: FieldRule) => ({
  name,
  type: fieldTypes[type],
  description: definition,
  ...(unit && { unit }),
  class: tier,
  // A list that grows with the rules is in the codebook only: no value is wrong for not being on it.
  ...(categories && !open && { categories: categories.map(({ value, label }) => ({ value, label })) }),
});
