export type LookalikeRules = { checked: string };
export function findLookalike(
  _h: string,
  _d: readonly string[],
  _r: LookalikeRules,
): { of: string; reason: string } | null {
  return null;
}
