import { evaluateIn } from './bidi';
import type { Box, DrivenLocator } from './driver';
import type { FirefoxWindow } from './firefox-window';
import { type Answered, type Asked, lookInPage } from './look-in-page';
import { waitFor } from './wait-for';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The elements of one page in Firefox, looked at from a world of their own. */
export class FirefoxElements {
  timeout = 30_000;

  constructor(
    private readonly window: FirefoxWindow,
    private readonly context: string,
  ) {}

  private async look(asked: Asked): Promise<Answered> {
    const code = `(() => { const __name = (named) => named; return (${lookInPage})(${JSON.stringify(asked)}); })()`;
    return (await evaluateIn(
      this.window.bidi,
      { context: this.context, sandbox: 'driver' },
      code,
    )) as Answered;
  }

  /** Asks until there is an answer. @throws after the time, with why there was none */
  async ask(asked: Asked, timeout = this.timeout): Promise<unknown> {
    let why = '';
    const answer = await waitFor(
      async () => {
        // A page that is just being left cannot be asked.
        const answered = await this.look(asked).catch((cause: unknown) => ({
          not: `cannot be asked: ${cause}`,
        }));
        if ('not' in answered) why = answered.not;
        return 'is' in answered ? answered : undefined;
      },
      { timeout, told: () => `${asked.what} of ${asked.selector}: it ${why}` },
    );
    return answer.is;
  }

  /** Waits until the first element is there, there and seen, or all are gone. */
  async until(
    selector: string,
    state: 'visible' | 'attached' | 'detached' = 'visible',
    timeout = this.timeout,
  ): Promise<void> {
    if (state !== 'detached')
      await this.ask({ selector, what: state === 'visible' ? 'is-seen' : 'text' }, timeout);
    else
      await waitFor(
        async () => ((await this.ask({ selector, what: 'count' }, timeout)) === 0 ? true : undefined),
        { timeout, told: () => `${selector} is still there` },
      );
  }

  /** Where to press an element, once it can be pressed. It is the same twice: nothing moves there any more. */
  async pointOf(selector: string, position?: Point): Promise<Point> {
    const asked: Asked = { selector, what: 'point', word: position ? JSON.stringify(position) : '' };
    let before = '';
    return waitFor(
      async () => {
        const point = (await this.ask(asked)) as Point;
        const isStill = before === JSON.stringify(point);
        before = JSON.stringify(point);
        return isStill ? point : undefined;
      },
      { timeout: this.timeout, interval: 20, told: () => `${selector} does not stand still` },
    );
  }

  locator(selector: string, click: (selector: string) => Promise<void>): DrivenLocator {
    const now = (what: Asked['what']) => this.ask({ selector, what });
    return {
      count: async () => Number(await now('count')),
      nth: (index) => this.locator(`${selector} >> nth=${index}`, click),
      click: () => click(selector),
      textContent: async () => (await now('text')) as string | null,
      allTextContents: async () => (await now('texts')) as string[],
      boundingBox: async () => ((await now('count')) === 0 ? null : ((await now('box')) as Box)),
      isEnabled: async () => !(await now('is-disabled')),
      isDisabled: async () => Boolean(await now('is-disabled')),
    };
  }
}
