import * as v from 'valibot';
import { type TableName, tableNames } from '../../core/log/codebook';
import { studyName } from '../../core/log/study-name';
import { ContainerFault, type OpenedPackage, readPacked } from './package-file';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const resource = v.object({
  name: v.string(),
  path: v.string(),
  bytes: whole,
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
  rows: v.optional(whole),
});
const description = v.object({
  id: v.string(),
  version: v.string(),
  created: v.pipe(v.string(), v.isoTimestamp()),
  study_id: v.pipe(v.string(), v.regex(studyName)),
  participant_id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  participant_code: v.nullable(v.string()),
  export_id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  last_n: whole,
  revision: whole,
  software: v.string(),
  ruleset_version: v.string(),
  resources: v.array(resource),
});

/** What a package's datapackage.json says of it, as far as it is used here. */
export type Description = v.InferOutput<typeof description>;
export type Resource = Description['resources'][number];

/** The description of a package. @throws {ContainerFault} where there is none that can be used */
export function readDescription({ files }: OpenedPackage): Description {
  const file = files.get('datapackage.json');
  if (file === undefined)
    throw new ContainerFault(
      [...files.keys()].some((path) => path.endsWith('.wacz'))
        ? 'it is a capture, no research package; check it with: npm run --silent verify --'
        : 'it is no research package: it has no datapackage.json',
    );
  let said: unknown;
  try {
    said = JSON.parse(readPacked(file).toString('utf8'));
  } catch {
    throw new ContainerFault('it is no JSON', file.path);
  }
  if (typeof said === 'object' && said !== null && 'wacz_version' in said)
    throw new ContainerFault(
      'it is the web archive of a capture, no research package; check it with: npm run --silent verify --',
    );
  const read = v.safeParse(description, said);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new ContainerFault(
    `its description lacks what a package says of itself: ${v.getDotPath(issue) ?? issue.message}`,
    file.path,
  );
}

/** The table that a listed file is a part of; undefined for one that is none. */
export function tableOf({ path }: Pick<Resource, 'path'>): TableName | undefined {
  if (path === 'chain.ndjson.gz') return 'chain';
  const [folder] = path.split('/');
  return path.endsWith('.parquet') ? tableNames.find((name) => name === folder) : undefined;
}
