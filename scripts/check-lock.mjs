import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// A registry that lags behind on platform packages lets `npm install` write a lock that `npm ci` refuses
// on the next machine: every optional dependency that the lock names must be in it.
const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()));
const absent = Object.values(lock.packages)
  .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  .filter((name) => !present.has(name));
if (absent.length > 0) {
  console.error(`package-lock.json lacks ${absent.join(', ')}: pin a version that has them all`);
  process.exit(1);
}
console.log(`package-lock.json is whole: ${present.size} packages`);
