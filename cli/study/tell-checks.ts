import type { CheckedPackage } from './check-package';
import { checkList, type Finding } from './finding';

/** What became of a package. */
export type Outcome = 'holds' | 'flagged' | 'left-out';

export function outcomeOf({ findings }: Pick<CheckedPackage, 'findings'>): Outcome {
  if (findings.fails) return 'left-out';
  return findings.flags.length > 0 ? 'flagged' : 'holds';
}

/** A package as checks.json and --json tell it. */
export interface ToldPackage {
  readonly name: string;
  /** The names under which the same bytes were given too. */
  readonly copies: readonly string[];
  readonly sha256: string;
  readonly study_id: string | null;
  readonly participant_id: string | null;
  readonly export_id: string | null;
  /** Fingerprint of its key. */
  readonly key: string | null;
  /** Places at which a package of the participant ends, and the chain's value there. */
  readonly ends: readonly (readonly [n: number, chain: string])[];
  readonly outcome: Outcome;
  readonly findings: readonly (Finding & { readonly level: 'fail' | 'warn' })[];
}

const levels = new Map(checkList.map(({ id, level }) => [id, level]));

export const toldPackage = (checked: CheckedPackage): ToldPackage => ({
  name: checked.name,
  copies: checked.copies,
  sha256: checked.sha256,
  study_id: checked.said?.study_id ?? null,
  participant_id: checked.said?.participant_id ?? null,
  export_id: checked.said?.export_id ?? null,
  key: checked.key,
  ends: [...checked.chainAt].toSorted(([one], [other]) => one - other),
  outcome: outcomeOf(checked),
  findings: checked.findings
    .all()
    .map((finding) => ({ ...finding, level: levels.get(finding.check) ?? 'fail' })),
});

/** Under which names the same bytes were given. */
export const toldCopies = ({ name, copies }: Pick<CheckedPackage, 'name' | 'copies'>): string =>
  `${name} was given ${copies.length + 1} times: ${copies.join(', ')}`;

const signs: Readonly<Record<Outcome, string>> = { holds: '✓', flagged: '!', 'left-out': '✗' };
const words: Readonly<Record<Outcome, string>> = {
  holds: 'holds',
  flagged: 'holds, flagged',
  'left-out': 'does not hold',
};

/**
 * The packages for a terminal: each with what does not hold of it, the first place of each check, then how many there are.
 */
export function printChecks(packages: readonly CheckedPackage[]): string {
  const blocks = packages.map((checked) => {
    const outcome = outcomeOf(checked);
    const found = checked.findings.all();
    const checks = [...new Set(found.map(({ check }) => check))];
    const lines = checks.flatMap((check) => linesOf(found.filter((one) => one.check === check)));
    const copied = checked.copies.length > 0 ? [`    ${toldCopies(checked)}`] : [];
    return [`${signs[outcome]} ${checked.name}: ${words[outcome]}`, ...copied, ...lines].join('\n');
  });
  const count = (outcome: Outcome) => packages.filter((checked) => outcomeOf(checked) === outcome).length;
  const kinds = [
    `${count('holds')} hold`,
    ...(count('flagged') > 0 ? [`${count('flagged')} hold and are flagged`] : []),
    `${count('left-out')} do not hold`,
  ];
  const total = `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}: ${kinds.join(', ')}.`;
  return `${[...blocks, '', total].join('\n')}\n`;
}

/** What one check says of a package. */
function linesOf([first, ...others]: readonly Finding[]): string[] {
  if (first === undefined) return [];
  const { check, says, file, row } = first;
  const more = others.length > 0 ? ', and others (--json names them)' : '';
  const place = [file ?? [], row === null ? [] : `row ${row}`].flat().join(', ');
  return [`    ${check}: ${says}${more}`, ...(place === '' ? [] : [`        in ${place}`])];
}
