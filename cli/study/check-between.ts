import type { CheckedPackage } from './check-package';
import { compareText } from './compare-text';
import type { Description } from './description';

/** A package whose description could be read. */
export type ReadPackage = CheckedPackage & { readonly said: Description };

export const isRead = (checked: CheckedPackage): checked is ReadPackage => checked.said !== null;

/** Whose a package is: an installation within a study. */
export const ownerKey = ({ said }: ReadPackage): string => `${said.study_id} ${said.participant_id}`;

export function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Of two packages the later one: more rows, then revised last. */
export const laterFirst = (one: ReadPackage, other: ReadPackage): number =>
  other.said.last_n - one.said.last_n ||
  other.said.revision - one.said.revision ||
  compareText(other.said.created, one.said.created) ||
  compareText(other.said.export_id, one.said.export_id);

/**
 * Checks the packages against each other: keys, forks, exports of the same id. What is found goes to the findings of each
 * package that it is about.
 */
export function checkBetween(packages: readonly ReadPackage[]): void {
  const whole = packages.filter(({ findings }) => !findings.fails);
  for (const group of groupedBy(whole, ({ said }) => said.export_id)) checkSameExport(group);
  for (const group of groupedBy(whole, ownerKey)) {
    checkOneKey(group);
    checkForks(group);
    checkCode(group);
  }
  for (const group of groupedBy(whole, ({ key }) => key ?? ''))
    for (const one of group) {
      const other = group.find((each) => ownerKey(each) !== ownerKey(one));
      if (other)
        one.findings.add('key', `${other.name}, of another participant or study, is signed by the same key`, {
          file: 'pubkey.pem',
        });
    }
}

function checkSameExport(group: readonly ReadPackage[]): void {
  for (const one of group) {
    const other = group.find(({ description }) => description !== one.description);
    if (other)
      one.findings.add('same-export', `${other.name} has the same export id, and says something else`, {
        file: 'datapackage.json',
      });
  }
}

function checkOneKey(group: readonly ReadPackage[]): void {
  for (const one of group) {
    const other = group.find(({ key }) => key !== one.key);
    if (other)
      one.findings.add('key', `${other.name}, of the same participant, is signed by another key`, {
        file: 'pubkey.pem',
      });
  }
}

function checkForks(group: readonly ReadPackage[]): void {
  for (const one of group) {
    const other = group.find((each) => each !== one && !isBeginning(each, one));
    if (other === undefined) continue;
    const row = Math.min(one.said.last_n, other.said.last_n);
    one.findings.add(
      'fork',
      `${other.name} has another history: their chains differ at row ${row} or before it`,
      {
        file: 'chain.ndjson.gz',
        row,
      },
    );
  }
}

/** Whether the shorter chain of two is the beginning of the longer one: a chain value stands for all rows before it. */
function isBeginning(one: ReadPackage, other: ReadPackage): boolean {
  const end = Math.min(one.said.last_n, other.said.last_n);
  return one.chainAt.get(end) === other.chainAt.get(end);
}

function checkCode(group: readonly ReadPackage[]): void {
  const [latest] = group.toSorted(laterFirst);
  const other = group.find(({ said }) => said.participant_code !== latest?.said.participant_code);
  if (latest && other)
    latest.findings.add('code-changed', `${other.name} names the participant by another code`, {
      file: 'datapackage.json',
    });
}
