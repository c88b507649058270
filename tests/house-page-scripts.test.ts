import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageScriptFiles, propertyUses } from './builders/page-scripts';

describe('the scripts in a stranger’s page', () => {
  test('read every property of a node through the prototype that defines it: a form’s fields stand for its own', () => {
    const files = pageScriptFiles();
    expect(files).toContain('in-page/personal/walk-page.ts');
    expect(files.length).toBeGreaterThan(30);
    const { direct, names } = propertyUses(files);
    expect(direct).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['childNodes', 'parentElement', 'getBoundingClientRect']));
  });

  test('are seen through: whichever way a property is read, this check names the place', () => {
    const file = 'in-page/faulty-example.ts';
    const path = join(import.meta.dirname, '..', file);
    writeFileSync(
      path,
      `export const one = (form: Element) => form.children;
export const two = ({ parentElement }: Element) => parentElement;
export const three = (node: Node | null) => node?.['childNodes'];
export const four = (all: readonly Element[]) => all.map(({ localName }) => localName);
export const five = (all: readonly Element[]) => all.map((one) => one.getBoundingClientRect());
export const six = (text: string) => text.length;
`,
    );
    try {
      const lines = propertyUses([file]).direct.map((fault) => fault.split(' ')[0]);
      expect(lines).toEqual([1, 2, 3, 4, 5].map((line) => `${file}:${line}`));
    } finally {
      rmSync(path);
    }
  });
});
