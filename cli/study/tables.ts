import { type Category, codebook, type FieldRule, type TableName } from '../../core/log/codebook';
import written from './study-tables.json';

/** The tables of a study's `data/`. */
export const studyTableNames = [
  'participants',
  'events',
  'pages',
  'contacts',
  'flows',
  'rejudgements',
  'exposure',
  'exposure_pages',
] as const;
export type StudyTableName = (typeof studyTableNames)[number];

/** A column of a study's table: as the codebook's, and weights. */
interface StudyColumn extends Omit<FieldRule, 'type'> {
  readonly type: FieldRule['type'] | 'double';
}

export interface StudyTable {
  readonly title: string;
  readonly columns: readonly StudyColumn[];
  readonly primaryKey: readonly string[];
  /** The table that is referred to, by which columns. */
  readonly foreignKeys: Readonly<Partial<Record<StudyTableName, readonly string[]>>>;
}

/** A column as it is written down: whole, or like one of the codebook. */
interface WrittenColumn extends Partial<StudyColumn> {
  readonly name: string;
  /** `table.field` of the codebook whose type, values and class it has. */
  readonly like?: string;
  readonly categories?: readonly Category[];
}

interface WrittenTable {
  readonly title: string;
  /** Table of the codebook whose fields it has: all, only these, or all without these. */
  readonly of: TableName;
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  readonly add: readonly ('common' | 'dated')[];
  readonly fields: readonly WrittenColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: StudyTable['foreignKeys'];
}

const { tables, ...groups } = written as unknown as {
  readonly common: readonly StudyColumn[];
  readonly dated: readonly StudyColumn[];
  readonly tables: Readonly<Record<StudyTableName, WrittenTable>>;
};

const exported = (table: TableName): readonly FieldRule[] =>
  codebook.tables[table].fields.filter((field) => field.class !== 'C');

/** The codebook's fields that a study's table has as they are. */
function fieldsFromPackages(table: StudyTableName): readonly FieldRule[] {
  const { of, only, without = [] } = tables[table];
  return exported(of).filter(({ name }) => (only ? only.includes(name) : !without.includes(name)));
}

function whole({ like, ...column }: WrittenColumn): StudyColumn {
  if (like === undefined) return column as StudyColumn;
  const [table = '', field = ''] = like.split('.');
  const model = exported(table as TableName).find(({ name }) => name === field);
  if (model === undefined) throw new Error(`study-tables.json: there is no ${like}`);
  return { ...model, ...column };
}

function readTable(name: StudyTableName): StudyTable {
  const { title, add, fields, primaryKey, foreignKeys } = tables[name];
  const columns = [
    ...fieldsFromPackages(name),
    ...add.flatMap((group) => groups[group]),
    ...fields.map(whole),
  ];
  return { title, columns, primaryKey, foreignKeys };
}

/** Every table of `data/` with its columns in their order, their meaning and its keys. */
export const studyTables = Object.fromEntries(
  studyTableNames.map((name) => [name, readTable(name)]),
) as Readonly<Record<StudyTableName, StudyTable>>;
