/** Runs in a page: tells its server the longest time, in ms, in which its own work had to wait. */
function measureGaps(id: string): void {
  const { port1, port2 } = new MessageChannel();
  let last = 0;
  let longest = 0;
  let end = Number.POSITIVE_INFINITY;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (now < end) port2.postMessage(0);
    else void fetch(`/probe/told?probe=${id}`, { method: 'POST', body: JSON.stringify({ longest }) });
  };
  document.addEventListener('DOMContentLoaded', () => {
    last = performance.now();
    port2.postMessage(0);
  });
  window.addEventListener('load', () => {
    end = performance.now() + 250;
  });
}

export const gapScript = (id: string): string => `(${measureGaps})(${JSON.stringify(id)})`;

/** What holds a page up as no script of ours may, in ms. */
const heldUp = 400;
export const holdUp = `const end = Date.now() + ${heldUp}; while (Date.now() < end);`;

/** How much longer than without us the page's shortest of longest waits may be: three times, and as much as two equal runs differ. */
export const allowedGap = (alone: readonly number[], aloneAgain: readonly number[]): number => {
  const [one, other] = [Math.min(...alone), Math.min(...aloneAgain)];
  return 3 * Math.max(one, other) + Math.abs(one - other) + 50;
};
