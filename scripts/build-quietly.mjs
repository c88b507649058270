import { spawnSync } from 'node:child_process';

// The build before a bench or a picture: silent unless it fails.
const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' });
if (status !== 0) process.stderr.write(`The build failed:\n${stdout}${stderr}`);
process.exitCode = status ?? 1;
