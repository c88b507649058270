import { spawnSync } from 'node:child_process';

const patience = 10 * 60_000;

/** Whether a program is on PATH and can be started at all. */
export const isThere = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore', timeout: 20_000 }).error === undefined;

/** The last lines of what a program printed, without the places in its code. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines
    .slice(-3)
    .map((line) => `  ${line.trim()}\n`)
    .join('');
}

/**
 * Installs Debian packages, and says so on stderr: stdout belongs to the command that needs them.
 * False when this machine has no apt-get, or we may not use it without a password, or it failed.
 */
export function installPackages(...packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || !isThere('apt-get', '--version')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  process.stderr.write(
    `installing ${packages.join(', ')} with ${[...asRoot, 'apt-get'].join(' ')}; this may take a minute\n`,
  );
  const apt = (...args: string[]): boolean => {
    // Two test runs may both lack a program: the second waits for the first's lock.
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', timeout: patience, env });
    // A page of unpacking tells nobody anything, until it fails.
    if (status !== 0) process.stderr.write(lastWords(`${stdout}${stderr}`));
    return status === 0;
  };
  if (!apt('update')) process.stderr.write('apt-get update failed; trying with the lists that are here\n');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}
