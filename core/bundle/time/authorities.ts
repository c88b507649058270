import * as v from 'valibot';
import { toBase64 } from '../bytes';
import data from './authorities.json';

const address = v.pipe(v.string(), v.regex(/^https:\/\/[\w.:/-]+$/));

const authoritySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  name: v.string(),
  /** Where the request is posted. */
  address,
  /** Where the authority gives out the certificates that openssl checks its answers with. */
  certificates: v.pipe(v.array(address), v.minLength(1)),
  /** The pages that say both. */
  sources: v.pipe(v.array(address), v.minLength(1)),
  /** The day on which those pages were read; nothing here asks an authority. */
  checked: v.pipe(v.string(), v.isoDate()),
});

/** A time-stamp authority that answers anybody. Named, not vouched for. */
export type TimeAuthority = v.InferOutput<typeof authoritySchema>;

export const timeAuthorities: readonly TimeAuthority[] = v.parse(v.array(authoritySchema), data);

/** One line for a terminal that has an authority answer a request. The request is in the line: nothing else is sent. */
export interface AskingLines {
  /** For the shells of Linux and macOS. */
  readonly curl: string;
  /** For PowerShell on Windows. */
  readonly powershell: string;
}

/**
 * @param request RFC 3161, DER
 * @param answerName the file that the answer is written to, in the folder of the terminal; letters, digits, `_`, `-`, `.`
 */
export function askingLines(
  { address: to }: Pick<TimeAuthority, 'address'>,
  request: Uint8Array,
  answerName: string,
): AskingLines {
  const base64 = toBase64(request);
  const type = 'application/timestamp-query';
  return {
    curl: `echo ${base64} | openssl base64 -d -A | curl -sSf -H 'Content-Type: ${type}' --data-binary @- -o ${answerName} ${to}`,
    powershell: `Invoke-WebRequest -Uri '${to}' -Method Post -ContentType '${type}' -Body ([Convert]::FromBase64String('${base64}')) -OutFile '${answerName}'`,
  };
}
