import { join } from 'node:path';
import { pageCode } from './page-code';

/**
 * Code for a page of the extension that can keep made-up captures:
 * `madeCaptures.keep({ page, language, … })`. The product’s own code keeps them (demo/fill/captures-entry.ts).
 */
export const capturesCode = (): Promise<string> => pageCode(join(import.meta.dirname, 'captures-entry.ts'));
