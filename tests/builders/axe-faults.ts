import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { DrivenPage } from '../../demo/drive/driver';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page of ours in each of some languages, dark and light, a line each; it is left in the last of them. */
export async function faultsInEveryDress(page: DrivenPage, languages: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const language of languages) {
    await page.click(`.languages [lang=${language}]`);
    await page.waitForSelector(`html[lang=${language}]`);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await axeFaults(page)) found.push(`${language} ${colorScheme} ${fault}`);
    }
  }
  return found;
}

/**
 * What axe finds in a page or in a part of it, a line each.
 * @param rules ids of the rules to ask; default: all
 */
export async function axeFaults(
  page: DrivenPage,
  part = 'html',
  rules?: readonly string[],
): Promise<string[]> {
  if ((await page.evaluate('typeof globalThis.axe')) !== 'object')
    await page.evaluate(`void (() => { ${axe} })()`);
  const asked = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
  // Only what is wrong leaves the page: all that holds would be long.
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(asked)}).then(({ violations }) => violations)`,
  )) as AxeResults['violations'];
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
