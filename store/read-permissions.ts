import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why a right is asked for, as stores want to know it. */
export interface Justification {
  /** As the manifest names it: `storage`, `https://www.tiktok.com/*`. */
  readonly right: string;
  readonly text: string;
}

const document = join(import.meta.dirname, '../docs/permissions.md');

/** One justification a right, from the tables of docs/permissions.md: what it is for, and what would be lost without it. */
export function readPermissions(): Justification[] {
  const [atInstallation = '', ...later] = readFileSync(document, 'utf8').split('\n## Optional permissions');
  return [...rightsIn(atInstallation, ''), ...rightsIn(later.join(), optional)];
}

const optional = 'Optional: asked for by a press in the logbook, and given back there. ';

function rightsIn(text: string, before: string): Justification[] {
  // Other tables of the page give reasons for scripts, keys and the policy, which no store asks for.
  const tables = text.split('\n\n').filter((block) => block.startsWith('| right |'));
  const rows = tables.flatMap((table) => table.split('\n').filter((line) => line.startsWith('| ')));
  return rows.flatMap((row) => {
    const [cell = '', purpose = '', loss = ''] = row
      .split('|')
      .slice(1)
      .map((part) => part.trim());
    // The head of a table, and the row that speaks of several hosts, name no single right.
    const right = /^`([^`]+)`$/.exec(cell)?.[1];
    if (right === undefined) return [];
    return [{ right, text: `${before}${sentence(purpose)} Without it: ${plain(loss)}.` }];
  });
}

/** Stores take plain text. */
const plain = (text: string): string => text.replace(/[`*]/g, '');
const sentence = (text: string): string => `${plain(text).replace(/^./, (letter) => letter.toUpperCase())}.`;
