/** Whether this run proves all there is, as once a night, or what a change can break: docs/testing.md. */
export const isWholeRun = process.env.TEST_RUN === 'all';

/** A matrix in the whole run; its telling cases in every other one. */
export const ofMatrix = <T>(whole: readonly T[], telling: readonly T[]): readonly T[] =>
  isWholeRun ? whole : telling;
