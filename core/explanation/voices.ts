import type { Statement } from '../rulebook/rulebook';

/**
 * Who had spoken for one side by a day: each speaker's last word, newest first. Then the first word of that side said
 * after the day, which the reader is told: cut off there, one side would look silent.
 */
export function voicesOn(said: readonly Statement[], stance: Statement['stance'], day: string): Statement[] {
  const side = said.filter((statement) => statement.stance === stance);
  const next = side.filter(({ date }) => date > day).toSorted(byDate)[0];
  const heard = lastWords(side.filter(({ date }) => date <= day));
  return next ? [...heard, next] : heard;
}

const byDate = (a: Statement, b: Statement): number => a.date.localeCompare(b.date);

function lastWords(statements: readonly Statement[]): Statement[] {
  const newestFirst = statements.toSorted((a, b) => byDate(b, a));
  return newestFirst.filter(
    ({ speaker }, index) => newestFirst.findIndex((other) => other.speaker.en === speaker.en) === index,
  );
}
