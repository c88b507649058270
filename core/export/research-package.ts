import { toBase64 } from '../bundle/bytes';
import { derSignature, fingerprintOf, pemOf } from '../bundle/signature';
import { zipTimeOf } from '../bundle/write-zip';
import type { Checkpoint } from '../log/checkpoint';
import type { LogRow } from '../log/event';
import { codebookCsv } from './codebook-csv';
import { type DescribedFile, describePackage, type PackageAbout } from './describe-package';
import { type IsWithheld, placedRow, saidIn } from './export-row';
import { FlowRows, flowFields } from './flow-rows';
import { GzipStream } from './gzip-stream';
import { FileBeingMade, type PackageFile, type Piece, zipPieces } from './package-files';
import { packageReadme } from './package-readme';
import { type DatedRow, runsByDay } from './runs-by-day';
import { chainLine } from './to-chain';
import { toParquet } from './to-parquet';

/** Both signatures of a package, raw r‖s: over the bytes of datapackage.json, and over the text of their hash. */
export interface PackageSignatures {
  readonly file: Uint8Array;
  readonly hash: Uint8Array;
}

export interface PackageSource<T extends LogRow, P extends Piece> {
  readonly about: PackageAbout;
  readonly rows: AsyncIterable<T>;
  readonly isWithheld: IsWithheld<T>;
  readonly checkpoints: readonly Checkpoint[];
  /** Public key, SPKI. */
  readonly spki: Uint8Array;
  readonly sign: (datapackage: Uint8Array, sha256: string) => Promise<PackageSignatures>;
  readonly newPiece: () => P;
}

/** Rows in one Parquet file at most. */
const mostInFile = 250_000;

/**
 * Makes the research package: the pieces of a ZIP, in their order. Rows are read once, a row group in memory at a time.
 *
 * @throws {PackageTooLarge}
 */
export async function researchPackage<T extends LogRow, P extends Piece>(
  source: PackageSource<T, P>,
): Promise<(Uint8Array | P)[]> {
  const { about, spki } = source;
  const files: (PackageFile<P> & DescribedFile)[] = [];
  const make = (path: string) => new FileBeingMade(path, source.newPiece());
  const add = (file: FileBeingMade<P>, more: Omit<DescribedFile, 'path' | 'bytes' | 'sha256'>) =>
    files.push({ ...file.close(), ...more });
  const addText = (path: string, name: string, text: string, rows?: number) => {
    const file = make(path);
    file.take(text);
    add(file, { name, ...(rows !== undefined && { rows }) });
  };
  const part = `part-${about.participant}-${about.exportId}`;

  const chain = make('chain.ndjson.gz');
  const flows = new FlowRows();
  const counts = { chain: 0, events: 0 };
  const gzip = new GzipStream(chain.take);
  const dated = datedRows(source, flows, counts, (line) => gzip.write(line));
  let number = 0;
  for await (const { day, rows } of runsByDay(dated, mostInFile)) {
    number += 1;
    const folder = `events/study=${about.study}/date=${day ?? '__HIVE_DEFAULT_PARTITION__'}`;
    const file = make(`${folder}/${part}-${number}.parquet`);
    const before = counts.events;
    await toParquet(counted(rows, counts), file.take, about.exportId);
    add(file, { name: `events-${number}`, rows: counts.events - before, table: 'events' });
  }
  await gzip.close();
  const flowFile = make(`flows/study=${about.study}/${part}.parquet`);
  await toParquet(eachOf(flows.rows()), flowFile.take, about.exportId, flowFields);
  add(flowFile, { name: 'flows', rows: flows.size, table: 'flows' });
  add(chain, { name: 'chain', rows: counts.chain });
  const signedHeads = source.checkpoints.map(checkpointLine);
  addText('checkpoints.ndjson', 'checkpoints', signedHeads.join(''), signedHeads.length);
  addText('codebook.csv', 'codebook', codebookCsv());
  addText('README.txt', 'readme', packageReadme(about));

  const datapackage = make('datapackage.json');
  const text = describePackage(about, files);
  datapackage.take(text);
  const described = datapackage.close();
  const signatures = await source.sign(new TextEncoder().encode(text), described.sha256);
  const unlisted: [path: string, content: string | Uint8Array][] = [
    ['datapackage-digest.json', digestOf(about, described.sha256, signatures.hash, spki)],
    ['datapackage.json.sig', derSignature(signatures.file)],
    ['pubkey.pem', pemOf(spki)],
  ];
  const beside = unlisted.map(([path, content]) => {
    const file = make(path);
    file.take(content);
    return file.close();
  });
  return zipPieces([described, ...beside, ...files], zipTimeOf(about.created));
}

/** The rows of the study as they are exported; every row's line of the chain is written as it passes. */
async function* datedRows<T extends LogRow, P extends Piece>(
  { rows, isWithheld, about }: PackageSource<T, P>,
  flows: FlowRows,
  counts: { chain: number },
  writeLine: (line: string) => Promise<void> | undefined,
): AsyncGenerator<DatedRow> {
  const dayOf = namingDays();
  for await (const row of rows) {
    const isKeptBack = isWithheld(row);
    const said = saidIn(row, isKeptBack);
    // Rows of another study keep their place in the chain, and nothing else.
    const isOther = said !== undefined && said.study_id !== about.study;
    counts.chain += 1;
    const full = writeLine(chainLine(row, isKeptBack || isOther));
    if (full) await full;
    if (isOther) continue;
    if (said) flows.take(said);
    yield {
      row: placedRow(row, said, row.erased ?? (isKeptBack ? 'withheld' : null)),
      day: said?.ts === undefined ? null : dayOf(said.ts),
    };
  }
}

const dayLength = 24 * 60 * 60_000;

/** Gives times their UTC day; mostly it is that of the time before. */
function namingDays(): (ts: number) => string {
  let last = { number: 0, name: '1970-01-01' };
  return (ts) => {
    const number = Math.floor(ts / dayLength);
    if (number !== last.number) last = { number, name: new Date(ts).toISOString().slice(0, 10) };
    return last.name;
  };
}

async function* counted<T>(rows: AsyncIterable<T>, counts: { events: number }): AsyncGenerator<T> {
  for await (const row of rows) {
    counts.events += 1;
    yield row;
  }
}

async function* eachOf<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

/** A checkpoint with its signature in DER, which openssl reads. */
const checkpointLine = ({ n, chain, created, key_fpr, sig }: Checkpoint): string => {
  const raw = Uint8Array.from(atob(sig), (sign) => sign.charCodeAt(0));
  return `${JSON.stringify({ n, chain, created, key_fpr, sig: toBase64(derSignature(raw)) })}\n`;
};

/** The digest of datapackage.json, signed in the form that web archives use. */
const digestOf = (about: PackageAbout, sha256: string, signature: Uint8Array, spki: Uint8Array): string => {
  const hash = `sha256:${sha256}`;
  const signedData = {
    hash,
    created: about.created,
    software: `di-balik-keranjang ${about.extVersion}`,
    version: '0.1.0',
    signature: toBase64(signature),
    publicKey: toBase64(spki),
    keyFingerprint: fingerprintOf(spki),
  };
  return `${JSON.stringify({ path: 'datapackage.json', hash, signedData }, null, 2)}\n`;
};
