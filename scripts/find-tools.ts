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
} as const;
export type Tool = keyof typeof packages;

const hasTool = (tool: Tool): boolean => isThere(tool, tool === 'openssl' ? 'version' : '--help');

/** Makes sure that the programs are there; installs them where they are not. @throws {ToolNotFound} */
export function findTools(...tools: readonly Tool[]): void {
  for (const tool of tools) {
    if (hasTool(tool) || (installPackages(packages[tool]) && hasTool(tool))) continue;
    throw new ToolNotFound(`${tool} was not found and could not be installed: install ${packages[tool]}.`);
  }
}
