import tables from '../../codebook/tables.json';

export interface Category {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

/** One field of an exported table. */
export interface FieldRule {
  readonly name: string;
  readonly type: 'string' | 'int32' | 'int64' | 'timestamp' | 'date' | 'boolean';
  /** A: may be published. B: pseudonymous. C: stays in the browser. */
  readonly class: 'A' | 'B' | 'C';
  readonly nullable: boolean;
  readonly unit: string | null;
  readonly definition: string;
  readonly categories?: readonly Category[];
  /** The categories are what is known so far: rules that come later may write others. */
  readonly open?: true;
}

export interface TableRule {
  readonly title: string;
  readonly fields: readonly FieldRule[];
}

/** The tables of the exports. */
export const tableNames = ['events', 'flows', 'exposure', 'exposure_pages', 'rejudgements', 'chain'] as const;
export type TableName = (typeof tableNames)[number];

/** The codebook: every field that may be stored or exported. */
export const codebook = tables as unknown as {
  readonly schema_version: string;
  readonly tables: Readonly<Record<TableName, TableRule>>;
};

/** Fields of an exported event that are no part of its body: its place in the chain, and what the export adds. */
export const outsideBody: readonly string[] = ['n', 'chain', 'erased', 'participant_code', 'export_id'];

/** Fields of the hashed body: all but these, and what never leaves the browser (class C). */
export const bodyFields: readonly string[] = codebook.tables.events.fields
  .filter((field) => field.class !== 'C' && !outsideBody.includes(field.name))
  .map(({ name }) => name);
