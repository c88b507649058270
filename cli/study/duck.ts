import { DuckDBInstance } from '@duckdb/node-api';

export type DuckRow = Readonly<Record<string, unknown>>;

/** What the database could not do: of which kind, in its own words. */
export class DuckFault extends Error {
  override readonly name = 'DuckFault';
  /** Such as "Out of Memory" or "Invalid Input". */
  readonly kind: string;

  constructor(cause: unknown) {
    const [first = ''] = (cause as Error).message.split('\n');
    const [, kind, rest] = /^([A-Z][\w ]*?) Error: (.*)/.exec(first) ?? [];
    super(rest ?? first, { cause });
    this.kind = kind ?? '';
  }

  /** Whether memory or disk came to an end. */
  get isOfMachine(): boolean {
    return this.kind === 'Out of Memory' || /No space left|Too many open files/.test(this.message);
  }

  /** Whether it lies in what was read, not in the machine, nor in a query of ours. */
  get isOfData(): boolean {
    return !this.isOfMachine && !['Binder', 'Catalog', 'Parser', 'Syntax', 'INTERNAL'].includes(this.kind);
  }
}

/** A DuckDB that lives as long as a run: rows of a query, and queries whose rows nobody wants. */
export interface Duck {
  rows(sql: string): Promise<DuckRow[]>;
  run(sql: string): Promise<void>;
  /** The same database, for queries beside these: tables that are temporary are its own. */
  beside(): Promise<Duck>;
  close(): void;
}

export interface DuckBounds {
  /** Such as 1GB: of DuckDB's own buffers. */
  readonly memory: string;
  readonly threads: number;
  /** Where it puts what does not fit into memory. */
  readonly scratch: string;
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Paths as a list of SQL. */
export const quotedList = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

export async function openDuck({ memory, threads, scratch }: DuckBounds): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: scratch,
    // Rows keep the order in which they are read: so files need no sorting, and repeat byte for byte.
    preserve_insertion_order: 'true',
    // What is not in this machine is not fetched: nothing here asks the network.
    autoinstall_known_extensions: 'false',
  });
  const asked = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (cause) {
      throw new DuckFault(cause);
    }
  };
  const connect = async (closeAll: () => void): Promise<Duck> => {
    const connection = await instance.connect();
    return {
      rows: async (sql) => (await asked(connection.runAndReadAll(sql))).getRowObjectsJS(),
      run: async (sql) => void (await asked(connection.run(sql))),
      beside: () => connect(() => {}),
      close: () => {
        connection.closeSync();
        closeAll();
      },
    };
  };
  return connect(() => instance.closeSync());
}
