import listed from './check-list.json';

/** What a check is about, and what comes of it: `fail` leaves the package out, `warn` keeps and flags it. */
export interface CheckRule {
  readonly id: string;
  readonly level: 'fail' | 'warn';
  readonly of: 'package' | 'participant';
  readonly means: string;
}

export const checkList = listed as readonly CheckRule[];

/** Something that does not hold. */
export interface Finding {
  /** Id in the list of checks. */
  readonly check: string;
  /** File of the package, where it is in one. */
  readonly file: string | null;
  /** Place in the chain (n), where it is a row's. */
  readonly row: number | null;
  /** In words, for a person. */
  readonly says: string;
}

const levels = new Map(checkList.map(({ id, level }) => [id, level]));

/** What is found in one package; of each check the first finds only, with how many there are. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly left = new Map<string, number>();

  /** Of each check so many are told. */
  private static readonly mostTold = 5;

  /** As an earlier run found them. */
  static of(found: readonly Finding[]): Findings {
    const findings = new Findings();
    findings.found.push(...found);
    return findings;
  }

  add(check: string, says: string, { file = null as string | null, row = null as number | null } = {}): void {
    if (!levels.has(check)) throw new Error(`there is no check "${check}"`);
    const told = this.found.filter((one) => one.check === check).length;
    if (told < Findings.mostTold) this.found.push({ check, file, row, says });
    else this.left.set(check, (this.left.get(check) ?? 0) + 1);
  }

  /** All that was found, in the order of the list of checks. */
  all(): Finding[] {
    const more = [...this.left].map(([check, count]) => ({
      check,
      file: null,
      row: null,
      says: `and ${count} more`,
    }));
    const places = new Map(checkList.map(({ id }, place) => [id, place]));
    return [...this.found, ...more].toSorted(
      (a, b) => (places.get(a.check) ?? 0) - (places.get(b.check) ?? 0),
    );
  }

  has(check: string): boolean {
    return this.found.some((one) => one.check === check);
  }

  get fails(): boolean {
    return this.found.some(({ check }) => levels.get(check) === 'fail');
  }

  /** Ids of the checks that warn. */
  get flags(): string[] {
    return [...new Set(this.all().map(({ check }) => check))].filter((check) => levels.get(check) === 'warn');
  }
}
