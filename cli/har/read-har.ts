import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { parseJson } from '../../core/page/parse-json';
import { UsageError } from '../usage-error';
import { isHtml } from './find-pages';
import { type HarEntry, readEntry } from './har-entry';
import { harSchema } from './har-schema';
import { nameBrowser } from './name-browser';

/** Longest file read, in bytes: it is held whole, and a text of Node ends soon after. */
const longestHar = 512_000_000;

/** A HAR file as read. */
export interface Har {
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
  readonly browser: string;
  /** By the time they began. */
  readonly entries: readonly HarEntry[];
  /** How many entries have no readable time or address. */
  readonly unreadable: number;
}

/** Reads a HAR file. @throws UsageError when it cannot be read, is too long, or is no HAR file */
export function readHar(file: string): Har {
  const bytes = readBytes(file);
  const parsed = v.safeParse(harSchema, parseJson(textOf(bytes)));
  if (!parsed.success)
    throw new UsageError(`The file "${file}" is no HAR file: it is not JSON with a list "log.entries".`);
  const { browser, creator, entries } = parsed.output.log;
  const read = entries.flatMap((entry) => readEntry(entry) ?? []);
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    browser: nameBrowser(
      // A proxy writes down every program of a machine: who asked for pages counts first.
      [...read.filter(isHtml), ...read].map(({ userAgent }) => userAgent),
      browser,
      creator,
    ),
    entries: read.filter(isOfTheNet).toSorted((one, other) => one.ts - other.ts),
    unreadable: entries.length - read.length,
  };
}

function readBytes(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > longestHar)
      throw new UsageError(
        `The file "${file}" is ${Math.ceil(size / 1e6)} MB; a HAR file is read whole, up to ${longestHar / 1e6} MB.`,
      );
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`The file "${file}" cannot be read (${code}).`);
  }
}

const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\uFEFF/, '');

/** Data, blobs and extensions contact nobody. */
const isOfTheNet = ({ url }: HarEntry): boolean => /^(?:https?|wss?):$/.test(url.protocol);
