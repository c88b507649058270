import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What README and docs show to type, each with arguments that end soon. A step of `npm run test:all`: some of them build
// the extension anew, so nothing else may run beside them.
const root = join(import.meta.dirname, '..');
const { run }: { run: string[] } = JSON.parse(
  readFileSync(join(root, 'tests/run/shown-commands.json'), 'utf8'),
);
const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;

const failed = run.filter((command) => {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: root,
    shell: true,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  console.log(
    `${status === 0 ? 'runs' : 'FAILS'} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${command}`,
  );
  if (status !== 0) console.log(`${stdout}${stderr}`.slice(-3000));
  return status !== 0;
});
console.log(`${run.length - failed.length} of ${run.length} commands that are shown run`);
process.exitCode = failed.length === 0 ? 0 : 1;
