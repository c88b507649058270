/** A signed head of the chain: shows later that the tail was cut. */
export interface Checkpoint {
  readonly n: number;
  readonly chain: string;
  /** ISO time, device's clock. */
  readonly created: string;
  /** SHA-256 of the public key (SPKI), hex. */
  readonly key_fpr: string;
  /** raw r‖s, base64, ECDSA P-384 with SHA-256 over `checkpointText`. */
  readonly sig: string;
}

/** What a checkpoint signs. */
export const checkpointText = ({ n, chain, created }: Pick<Checkpoint, 'n' | 'chain' | 'created'>): string =>
  `${n} ${chain} ${created}`;
