import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { installPackages, isThere } from './install-packages';

/** A screen without a monitor, with a keyboard that reaches the browser's own dialogs. */
export interface Display {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  /** Presses keys by their X names, one after another. */
  press(...keys: string[]): void;
  /** Types a text into what has the focus. */
  type(text: string): void;
  close(): void;
}

/** No such display can be had on this machine; the message says why. */
export class DisplayNotFound extends Error {
  override readonly name = 'DisplayNotFound';
}

const patience = 10_000;

/** Starts Xvfb, installing it and xdotool where they are absent. @throws {DisplayNotFound} */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') throw new DisplayNotFound('Xvfb is for Linux only.');
  const isReady = () => isThere('Xvfb', '-help') && isThere('xdotool', 'version');
  if (!isReady() && !(installPackages('xvfb', 'xdotool') && isReady()))
    throw new DisplayNotFound(
      'Xvfb and xdotool are absent and could not be installed (packages xvfb, xdotool).',
    );
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const name = `:${await firstLine(server)}`;
  return {
    name,
    press: (...keys) => xdotool(name, ['key', '--delay', '150', ...keys]),
    type: (text) => xdotool(name, ['type', '--delay', '20', text]),
    close: () => server.kill(),
  };
}

function xdotool(display: string, args: readonly string[]): void {
  const { status } = spawnSync('xdotool', args, { env: { ...process.env, DISPLAY: display } });
  if (status !== 0) throw new Error(`xdotool could not ${args.join(' ')}`);
}

/** Xvfb takes a free number and writes it down once it is ready. */
function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new DisplayNotFound('Xvfb did not start.')), patience);
    server.once('error', reject);
    server.stdout?.once('data', (line: Buffer) => {
      clearTimeout(tooLate);
      resolve(line.toString().trim());
    });
  });
}
