import { spawnSync } from 'node:child_process';

/** A program is not on this machine and could not be installed. The message is one sentence for the user. */
export class ToolNotFound extends Error {
  override readonly name = 'ToolNotFound';
}

/** Debian packages of the programs that tests check our files with. */
const packages = { unzip: 'unzip', zip: 'zip', openssl: 'openssl', sha256sum: 'coreutils' } as const;
export type Tool = keyof typeof packages;

const isThere = (tool: Tool): boolean =>
  spawnSync(tool, [tool === 'openssl' ? 'version' : '--help'], { stdio: 'ignore' }).error === undefined;

/** Makes sure that the programs are there; installs them with apt where they are not, and stderr says so. @throws {ToolNotFound} */
export function findTools(...tools: readonly Tool[]): void {
  for (const tool of tools) {
    if (isThere(tool)) continue;
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    process.stderr.write(`find-tools: ${tool} was not found; installing it with apt-get.\n`);
    const apt = (...words: string[]) => {
      const [program = 'apt-get', ...rest] = [
        ...asRoot,
        'apt-get',
        '-o',
        'DPkg::Lock::Timeout=300',
        ...words,
      ];
      spawnSync(program, rest, { stdio: ['ignore', 2, 2], timeout: 300_000 });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', packages[tool]);
    if (!isThere(tool))
      throw new ToolNotFound(`${tool} was not found and could not be installed: install ${packages[tool]}.`);
  }
}
