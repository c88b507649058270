import codebook from '../../codebook/tables.json';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly class: string;
  readonly nullable: boolean;
  readonly unit: string | null;
  readonly definition: string;
  readonly categories?: readonly { readonly value: string; readonly definition?: string }[];
}

/** The codebook as Markdown, from the data that the writer of the record itself is held to. */
export function codebookPage(): string {
  const tables = Object.entries(codebook.tables).map(
    ([name, { title, fields }]) => `## \`${name}\`

${title}. ${fields.length} fields.

| field | type | class | may be empty | meaning |
| --- | --- | --- | --- | --- |
${(fields as readonly Field[]).map(row).join('\n')}`,
  );
  return `# Codebook

Version ${codebook.schema_version}. This page is made from \`codebook/tables.json\`, which is also the whitelist of the
record: a field that is not here cannot be kept. Class A may be published, B is pseudonymous, C stays in the browser.

${tables.join('\n\n')}
`;
}

const row = (field: Field): string => {
  const values = (field.categories ?? []).map(
    ({ value, definition }) => `<br>\`${value}\`: ${definition ?? 'see above'}`,
  );
  const unit = field.unit ? `, in ${field.unit}` : '';
  const meaning = `${field.definition}.${values.join('')}`.replaceAll('|', '\\|');
  return `| \`${field.name}\` | ${field.type}${unit} | ${field.class} | ${field.nullable ? 'yes' : 'no'} | ${meaning} |`;
};
