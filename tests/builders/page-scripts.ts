import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Type } from 'typescript/unstable/sync';

const root = join(import.meta.dirname, '../..');
/** Scripts for pages of our own. */
const ofOwnPages = ['export-worker'];

/** Names of the scripts that the manifest, or the background, brings into a stranger's page. */
export function pageEntries(): string[] {
  const services = readdirSync(join(root, 'services'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `services/${name}`);
  const named = ['wxt.config.ts', ...services].flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/'\/?([\w-]+)\.js'/g)].map(([, name = '']) => name),
  );
  return [...new Set(named)].filter((name) => !ofOwnPages.includes(name));
}

/** Draws our own elements in a root of our own, which nobody else can name. */
const ours = ['in-page/note/draw-note.ts'];
const helper = 'in-page/own-properties.ts';

/** Every source file that a script in a page is built from. */
export function pageScriptFiles(): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const values = readFileSync(path, 'utf8').replace(/^import type[^;]+;/gm, '');
    for (const [, name = ''] of values.matchAll(/from '([^']+)'/g))
      if (name.startsWith('.') && !name.endsWith('.json')) visit(`${resolve(dirname(path), name)}.ts`);
  };
  for (const name of pageEntries()) visit(join(root, `entrypoints/${name}.ts`));
  return [...seen].map((path) => relative(root, path)).toSorted();
}

export interface PropertyUses {
  /** Where a property is read off a node of the page itself: file, line, what. */
  readonly direct: string[];
  /** Names that are read through the prototypes. */
  readonly names: string[];
}

/** How the scripts in a page use the properties of its nodes, as the type checker sees it. */
export function propertyUses(files: readonly string[] = pageScriptFiles()): PropertyUses {
  const api = new API({ cwd: root });
  try {
    const config = join(root, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error('no project');
    const direct: string[] = [];
    const names = new Set<string>();
    for (const file of files) {
      const source = project.program.getSourceFile(join(root, file));
      if (source === undefined) throw new Error(`${file} is not in the project`);
      if (file === helper) continue;
      visit(source, (node) => {
        const used = directUse(node, project.checker);
        if (used !== null && !ours.includes(file)) direct.push(`${file}:${lineOf(source, node)} ${used}`);
        const name = askedName(node);
        if (name !== null) names.add(name);
      });
    }
    return { direct, names: [...names].toSorted() };
  } finally {
    api.close();
  }
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  node.forEachChild((child) => {
    visit(child, look);
    return undefined;
  });
}

const lineOf = (source: SourceFile, node: Node): number => source.text.slice(0, node.end).split('\n').length;

/** Nodes of every kind, and what may be one or nothing. */
function isNode(type: Type | undefined, checker: Checker): boolean {
  if (type === undefined) return false;
  const bare = checker.getNonNullableType(type) ?? type;
  return ['nodeType', 'parentNode'].every((name) => checker.getPropertyOfType(bare, name) !== undefined);
}

function directUse(node: Node, checker: Checker): string | null {
  if (isPropertyAccessExpression(node) || isElementAccessExpression(node))
    return isNode(checker.getTypeAtLocation(node.expression), checker) ? node.getText() : null;
  if (isObjectBindingPattern(node) && node.elements.some(isBindingElement))
    return isNode(checker.getTypeAtLocation(node), checker) ? node.getText() : null;
  return null;
}

/** The name in `read(node, 'name')` and `ask(node, 'name', …)`. */
function askedName(node: Node): string | null {
  if (!isCallExpression(node) || !isIdentifier(node.expression)) return null;
  if (!/^(?:read|ask)$/.test(node.expression.text)) return null;
  const [, name] = node.arguments;
  return name !== undefined && isStringLiteral(name) ? name.text : null;
}
