import { join } from 'node:path';
import { pageCode } from '../demo/fill/page-code';

/** The store's bench as one script, to be evaluated in a page of the extension: it leaves `recordBench` there. */
export const benchCode = (): Promise<string> => pageCode(join(import.meta.dirname, 'record-entry.ts'));
