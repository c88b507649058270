import type { Shape } from '../../core/report/shape-of';
import { shapesOfPage } from '../../core/report/shapes-of-page';
import type { HostRules } from '../../core/rulebook/rulebook';
import hosts from '../../rulebook/hosts.json';
import rules from '../../rulebook/signals.json';
import { pageFromDocument } from '../read/from-document';

/**
 * Brought into a page when a report file is asked for: its last expression tells the shapes of the page's states, their
 * keys and kinds. No value leaves the page; nothing is left in it.
 */
export const stateShapes = (): Record<string, Shape> =>
  shapesOfPage(pageFromDocument(document, location.href, rules), rules, hosts as unknown as HostRules);
