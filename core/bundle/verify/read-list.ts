import * as v from 'valibot';
import { parseJson } from '../../page/parse-json';
import { textOf } from '../bytes';

const shortText = v.pipe(v.string(), v.maxLength(20_000));

/** datapackage.json, as far as a verifier needs it. */
const listSchema = v.object({
  resources: v.pipe(
    v.array(v.object({ path: shortText, hash: shortText, bytes: v.number() })),
    v.maxLength(1000),
  ),
});
export type FileList = v.InferOutput<typeof listSchema>;

/** datapackage-digest.json. */
const digestSchema = v.object({
  hash: shortText,
  signedData: v.object({
    hash: shortText,
    created: shortText,
    signature: shortText,
    publicKey: shortText,
  }),
});
export type Digest = v.InferOutput<typeof digestSchema>;

const indexLine = v.object({ url: shortText, offset: v.number(), length: v.number() });

function read<Schema extends v.GenericSchema>(schema: Schema, bytes: Uint8Array | undefined) {
  if (bytes === undefined) return null;
  const found = v.safeParse(schema, parseJson(textOf(bytes)));
  return found.success ? found.output : null;
}

export const readList = (bytes: Uint8Array | undefined): FileList | null => read(listSchema, bytes);
export const readDigest = (bytes: Uint8Array | undefined): Digest | null => read(digestSchema, bytes);

/** Where the index says that the records begin, the first included; null when it cannot be read. */
export function offsetsIn(index: Uint8Array | undefined, size: number): number[] | null {
  if (index === undefined) return null;
  const lines = textOf(index).trimEnd().split('\n').slice(0, 1000);
  const offsets = lines.map((line) => {
    const found = v.safeParse(indexLine, parseJson(line.slice(line.indexOf('{'))));
    return found.success ? found.output.offset : Number.NaN;
  });
  const fit = offsets.every((offset) => Number.isInteger(offset) && offset > 0 && offset < size);
  return fit ? [0, ...new Set(offsets.toSorted((a, b) => a - b))] : null;
}
