import type { FieldRule } from '../log/codebook';
import type { ExportValue } from './export-row';

/** A column of a row group while its rows pass. */
interface Column {
  add(value: ExportValue): void;
  /** The column as the writer takes it; it is empty again afterwards. */
  takeOut(): object;
}

/** Random digits: no two are the same, and no compression makes them smaller. */
const random = ['chain', 'event_id', 'reading_digest'];

/** Where a column's values are collected, by what it holds. */
export function columnOf({ name, type }: FieldRule): Column {
  if (random.includes(name)) return new RandomColumn(name);
  if (type === 'string') return new TextColumn(name);
  // Times and places grow evenly: what lies between two of them takes a few bits.
  if (type === 'int64' || type === 'timestamp') return new PlainColumn(name, asLong, 'DELTA_BINARY_PACKED');
  if (type === 'date') return new PlainColumn(name, asDay);
  return new PlainColumn(name);
}

/** Each value as the writer takes it, by itself. */
class PlainColumn implements Column {
  private data: unknown[] = [];
  constructor(
    private readonly name: string,
    private readonly written: (value: ExportValue) => unknown = (value) => value,
    private readonly encoding?: 'DELTA_BINARY_PACKED',
  ) {}

  add(value: ExportValue): void {
    this.data.push(this.written(value));
  }

  takeOut(): object {
    const { name, data, encoding } = this;
    this.data = [];
    return { name, data, ...(encoding && { encoding }) };
  }
}

const dayLength = 24 * 60 * 60_000;

const asLong = (value: ExportValue): bigint | null => (typeof value === 'number' ? BigInt(value) : null);
/** ISO days, which Parquet counts from 1970. */
const asDay = (value: ExportValue): number | null =>
  value === null ? null : Date.parse(String(value)) / dayLength;

/** Of equal texts one is held: the million others that were read die young, and comparing them costs nothing. */
class TextColumn implements Column {
  private data: ExportValue[] = [];
  private readonly texts = new Map<ExportValue, ExportValue>();
  constructor(private readonly name: string) {}

  add(value: ExportValue): void {
    if (value === null) {
      this.data.push(null);
      return;
    }
    const known = this.texts.get(value);
    if (known === undefined) this.texts.set(value, value);
    this.data.push(known ?? value);
  }

  takeOut(): object {
    const { name, data } = this;
    this.data = [];
    this.texts.clear();
    // Which text comes first in the alphabet helps nobody to skip rows.
    return { name, data, statistics: false };
  }
}

class RandomColumn implements Column {
  private data: (string | null)[] = [];
  constructor(private readonly name: string) {}

  add(value: ExportValue): void {
    this.data.push(value === null ? null : String(value));
  }

  takeOut(): object {
    const { name, data } = this;
    this.data = [];
    return {
      name,
      data: encodedTogether(data),
      encoding: 'DELTA_LENGTH_BYTE_ARRAY',
      codec: 'UNCOMPRESSED',
      statistics: false,
    };
  }
}

const encoder = new TextEncoder();

/** Texts as UTF-8, by one call for all of them where one sign is one byte. */
function encodedTogether(texts: readonly (string | null)[]): (Uint8Array | null)[] {
  const joined = texts.join('');
  const bytes = new Uint8Array(joined.length);
  // Into bytes at hand: browsers take a third of the time that giving fresh ones takes them.
  const { read } = encoder.encodeInto(joined, bytes);
  if (read !== joined.length) return texts.map((text) => (text === null ? null : encoder.encode(text)));
  let at = 0;
  return texts.map((text) => {
    if (text === null) return null;
    at += text.length;
    return bytes.subarray(at - text.length, at);
  });
}
