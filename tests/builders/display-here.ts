import { type Display, DisplayNotFound, openDisplay } from '../../demo/machine/find-display';
import { notProved } from '../run/not-proved';
import { untilTheEnd } from './browser-here';

/**
 * A screen with a keyboard for the browsers that the file launches; it goes when the file ends. Null, and said, where
 * this machine can have none.
 *
 * @param untried what is not proved then, such as 'tabs opened by hand were not tried.'
 */
export async function displayHere(untried: string): Promise<Display | null> {
  const before = process.env.DISPLAY;
  try {
    const display = await openDisplay();
    process.env.DISPLAY = display.name;
    const { close } = display;
    return untilTheEnd({
      ...display,
      close: () => {
        close();
        if (before === undefined) delete process.env.DISPLAY;
        else process.env.DISPLAY = before;
      },
    });
  } catch (cause) {
    if (!(cause instanceof DisplayNotFound)) throw cause;
    notProved(`${untried} ${cause.message}`);
    return null;
  }
}
