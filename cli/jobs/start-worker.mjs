// A thread does not inherit the loader that reads TypeScript; it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./judge-worker.ts');
