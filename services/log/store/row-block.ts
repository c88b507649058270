import type { LogRow } from '../../../core/log/event';

/** A row as it lies in the store; what stands beside the body serves to find it. */
export interface StoredRow extends LogRow {
  readonly flow_id: string;
}

/**
 * Rows that were written together, one after another in the chain: the store counts records, not rows, so a page's
 * dozen rows cost one write.
 */
export interface RowBlock {
  /** Place of the first row. */
  readonly n: number;
  readonly rows: readonly StoredRow[];
  /** The flows its rows belong to: found by these. */
  readonly flows: readonly string[];
}

/** Rows in one block at most: what erasing a single row has to write again. */
export const mostTogether = 200;

/** Rows that follow one another as records of the store. */
export function asBlocks(rows: readonly StoredRow[]): RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let from = 0; from < rows.length; from += mostTogether) {
    const together = rows.slice(from, from + mostTogether);
    const flows = [...new Set(together.map(({ flow_id }) => flow_id))];
    blocks.push({ n: (together[0] as StoredRow).n, rows: together, flows });
  }
  return blocks;
}

/** A block's rows; none where the record is damaged: the chain's check then finds the gap. */
export const rowsIn = ({ rows }: RowBlock): readonly StoredRow[] => (Array.isArray(rows) ? rows : []);

/** A flow's own rows in the blocks that hold any of them. */
export const rowsOf = (blocks: readonly RowBlock[], flowId: string): StoredRow[] =>
  blocks.flatMap((block) => rowsIn(block).filter(({ flow_id }) => flow_id === flowId));
