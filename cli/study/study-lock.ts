import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codebook } from '../../core/log/codebook';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { UsageError } from '../usage-error';
import type { StudyRequest } from './arguments';
import type { CheckedPackage } from './check-package';
import { compareText } from './compare-text';
import type { HarPackage } from './har-package';
import type { StudyCounts } from './study-counts';
import { outcomeOf } from './tell-checks';
import { toolName } from './tool-name';

interface Locked {
  readonly study: string;
  readonly request: StudyRequest;
  readonly checked: readonly CheckedPackage[];
  readonly har: readonly HarPackage[];
  readonly counts: StudyCounts;
  readonly duckVersion: string;
}

/** SHA-256 of a file that was given beside the packages. @throws {UsageError} */
export function hashOf(file: string | null): string | null {
  if (file === null) return null;
  try {
    return hash('sha256', readFileSync(file));
  } catch (cause) {
    throw new UsageError(`The file "${file}" cannot be read (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

/** What a study was made of and with: whoever has the same gets the same bytes. No clock is in it, and nobody who withdrew. */
export function lockOf({ study, request, checked, har, counts, duckVersion }: Locked): object {
  const walks = har
    .filter(({ findings }) => !findings.fails)
    .map(({ name, said }) => ({ name, export_id: said?.export_id ?? null }))
    .toSorted((one, other) => compareText(one.name, other.name));
  return {
    study,
    tool: toolName(),
    duckdb: duckVersion,
    schema_version: codebook.schema_version,
    ruleset_version: rulesetVersion(builtInRulebook.about.version),
    options: {
      from: request.days.from,
      to: request.days.to,
      with_har: request.withHar,
      k: request.k,
      seed: request.seed,
      roster: hashOf(request.roster),
      received: hashOf(request.received),
    },
    packages: checked.map((one) => ({ name: one.name, sha256: one.sha256, outcome: outcomeOf(one) })),
    har: walks,
    withdrawn: { packages: counts.received.packages - counts.not_withdrawn.packages },
  };
}
