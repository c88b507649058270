import { report } from './report';
import { research } from './research';
import { shop } from './shop';
import type { Walk } from './walk';

/** In the order in which they are offered. */
export const walks: readonly Walk[] = [shop, research, report];
