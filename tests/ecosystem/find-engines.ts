import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** A folder of their own: nothing of them is installed anywhere else. */
const folder = join(root, 'artifacts/ecosystem');
const python = join(folder, 'bin/python');

/** What is installed from the Python registry, each in one version. */
const packages = { chdb: 'chdb==4.4.0', spark: 'pyspark==4.0.1' } as const;
export type Engine = keyof typeof packages;

/** An engine that is not at hand, and why, in words. */
class NoEngine extends Error {
  override readonly name = 'NoEngine';
}

const run = (command: string, words: readonly string[]) =>
  spawnSync(command, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' },
  });

/** Installs an engine unless it is there. @throws {NoEngine} */
function install(engine: Engine): void {
  if (!existsSync(python)) {
    const found = ['python3.12', 'python3.11', 'python3.10', 'python3'].find(
      (name) => run(name, ['-c', 'import venv, sys; sys.exit(sys.version_info < (3, 10))']).status === 0,
    );
    if (found === undefined)
      throw new NoEngine('There is no Python from 3.10 on with venv (Debian: apt-get install python3-venv).');
    const made = run(found, ['-m', 'venv', folder]);
    if (made.status !== 0) throw new NoEngine(`No folder for Python packages could be made: ${made.stderr}`);
  }
  if (engine === 'spark' && run('java', ['-version']).status !== 0)
    throw new NoEngine(
      'There is no Java, which Spark 4 needs from 17 on (Debian: apt-get install openjdk-17-jre-headless).',
    );
  const [name, version] = packages[engine].split('==');
  const asked = run(python, ['-m', 'pip', 'show', String(name)]);
  if (asked.stdout.includes(`Version: ${version}`)) return;
  const installed = run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    packages[engine],
  ]);
  if (installed.status !== 0)
    throw new NoEngine(
      `${packages[engine]} could not be installed from the Python registry:\n${installed.stderr}`,
    );
}

/**
 * Runs every query of a study on an engine; one JSON file a query is left in a folder.
 *
 * @throws {NoEngine}
 */
export function runOn(engine: Engine, study: string, answers: string): void {
  install(engine);
  const ran = run(python, [join(import.meta.dirname, `run_${engine}.py`), study, answers]);
  if (ran.status !== 0) throw new Error(`${engine} failed:\n${ran.stderr.slice(-4000)}`);
}
