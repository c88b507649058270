/** Which of two rulebook versions (`2026.11.24`, or `2026.11.24.2`) is the newer: above 0 when it is the first. */
export function compareVersions(one: string, other: string): number {
  const [ones, others] = [one, other].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (let part = 0; part < Math.max(ones.length, others.length); part += 1) {
    const difference = (ones[part] ?? 0) - (others[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
