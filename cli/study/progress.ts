/** ms between two lines. */
const pause = 2000;

/** Tells on stderr how far a run is, not more often than a person reads; the last line of a stage always. */
export function progressOn(err: (text: string) => void): (text: string, isLast?: boolean) => void {
  let next = performance.now() + pause;
  return (text, isLast = false) => {
    if (!isLast && performance.now() < next) return;
    next = performance.now() + pause;
    err(`study: ${text}\n`);
  };
}
