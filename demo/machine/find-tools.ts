import { installPackages, isThere } from './install-packages';

/** A program is not on this machine and could not be installed. The message is one sentence for the user. */
export class ToolNotFound extends Error {
  override readonly name = 'ToolNotFound';
}

/** Debian packages of the programs that tests check our files with. */
const packages = {
  unzip: 'unzip',
  zip: 'zip',
  openssl: 'openssl',
  sha256sum: 'coreutils',
  parallel: 'parallel',
  '7z': 'p7zip-full',
  python3: 'python3',
  curl: 'curl',
} as const;
export type Tool = keyof typeof packages;

const hasTool = (tool: Tool): boolean => isThere(tool, tool === 'openssl' ? 'version' : '--help');

/** Whether the programs are there, or could be installed: for tests that are left out where they are not. */
export function hasTools(...tools: readonly Tool[]): boolean {
  try {
    findTools(...tools);
    return true;
  } catch (error) {
    if (error instanceof ToolNotFound) return false;
    throw error;
  }
}

/** Makes sure that the programs are there; installs them where they are not. @throws {ToolNotFound} */
export function findTools(...tools: readonly Tool[]): void {
  for (const tool of tools) {
    if (hasTool(tool) || (installPackages(packages[tool]) && hasTool(tool))) continue;
    throw new ToolNotFound(`${tool} was not found and could not be installed: install ${packages[tool]}.`);
  }
}
