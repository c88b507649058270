import { spawnSync } from 'node:child_process';
import { BrowserNotFound, findChromium } from '../demo/machine/find-browser';
import { findFirefox } from '../demo/machine/find-firefox';
import { findTools, ToolNotFound } from '../demo/machine/find-tools';

// What the tests need of the machine, looked for before they begin: what is absent is installed, or named in a sentence.
const version = (program: string): string =>
  spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
const missing: string[] = [];
const look = async (find: () => Promise<string> | string): Promise<void> => {
  try {
    console.log(await find());
  } catch (error) {
    if (!(error instanceof BrowserNotFound || error instanceof ToolNotFound)) throw error;
    missing.push(error.message);
  }
};

await look(async () => version(await findChromium()));
await look(() => version(findFirefox()));
await look(() => {
  findTools('unzip', 'zip', 'openssl', 'sha256sum', 'parallel');
  return 'unzip, zip, openssl, sha256sum, parallel';
});
for (const sentence of missing) console.error(sentence);
process.exitCode = missing.length === 0 ? 0 : 1;
