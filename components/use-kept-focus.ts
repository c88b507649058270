import { useEffect } from 'preact/hooks';

const takesFocus = 'h1, h2, h3, a[href], button:not(:disabled), input:not(:disabled), select, summary';

/**
 * What a reader without a mouse stood on may go away under them: a row that is erased, a question that is answered.
 * Focus then goes to the heading, else to the first control, of what still stands around it; never to the page's top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** What holds focus and all around it, from the inside out. */
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = [];
      for (let at = target as HTMLElement | null; at && at !== document.body; at = at.parentElement)
        around.push(at);
    };
    const mend = () => {
      const [held] = around;
      if (held === undefined || held.isConnected || document.activeElement !== document.body) return;
      const home = around.find((element) => element.isConnected);
      around = [];
      const goal = home?.querySelector<HTMLElement>(takesFocus) ?? home;
      if (goal === undefined) return;
      if (goal.tabIndex < 0) goal.tabIndex = -1;
      goal.focus();
    };
    const observer = new MutationObserver(mend);
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}
