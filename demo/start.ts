import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchDemoBrowser } from './browser';
import { BrowserNotFound } from './machine/find-browser';
import { type DemoServer, startDemoServer } from './server';
import { walks } from './walks/every-walk';
import { startHost, startPage } from './walks/start-page';
import { type Walk, walkNames } from './walks/walk';

// npm start [-- shop | research | report]: one choice of what to look at, on the demo shop.
const root = join(import.meta.dirname, '..');
const extensionPath = join(root, '.output/chrome-mv3');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
/** The browser speaks what the terminal speaks. */
const language = (process.env.LANG ?? '').startsWith('id') ? 'id' : 'en';

/** With a display: the real browser on a page with the choice, and the real popup where a walk has one. */
async function showInWindow(server: DemoServer, named: Walk | undefined): Promise<void> {
  const browser = await launchDemoBrowser({
    extensionPath,
    ...server,
    language,
    headless: false,
    viewport: null,
  });
  const { context } = browser;
  const begin = (walk: Walk | undefined) =>
    walk?.begin(browser).catch((error) => {
      // A tab or popup that was closed meanwhile is the person’s choice.
      console.error(`${walk.name}: ${error instanceof Error ? error.message : error}`);
    });
  await context.exposeBinding('begin', (_source, name) => begin(walks.find((walk) => walk.name === name)));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`https://${startHost}/`);
  console.log('The browser is open, with three walks to choose from: shop, research, report.');
  console.log('Close the browser to end.');
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
  await begin(named);
  await closed;
}

/** Without a display: the walks in words, with their pictures and files. */
async function printInTerminal(server: DemoServer, chosen: readonly Walk[]): Promise<void> {
  console.log(
    `No display here: the browser runs unseen. One walk alone: npm start -- ${walkNames.join(' | ')}`,
  );
  for (const { name, title, walk } of chosen) {
    const folder = join(root, 'artifacts/demo', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    console.log(`\n${title[language]}\n  pictures and files in artifacts/demo/${name}`);
    // One of its own: a walk may move the clock.
    const browser = await launchDemoBrowser({ extensionPath, ...server, language });
    await walk(browser, folder, (line) => console.log(`  ${line}`));
    await browser.close();
  }
}

const [wish] = process.argv.slice(2);
const named = walks.find(({ name }) => name === wish);
if (wish !== undefined && !named) {
  console.error(`There is no walk called ${wish}. Name one of: ${walkNames.join(', ')}.`);
  process.exit(2);
}
console.log('Building the extension…');
const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) {
  process.stderr.write(`The build failed:\n${build.stdout}${build.stderr}`);
  process.exit(1);
}
const html = { 'content-type': 'text/html; charset=utf-8' };
const startsHere = { host: startHost, answer: () => ({ status: 200, headers: html, body: startPage() }) };
const server = await startDemoServer([startsHere]);
try {
  await (hasDisplay ? showInWindow(server, named) : printInTerminal(server, named ? [named] : walks));
} catch (error) {
  if (!(error instanceof BrowserNotFound)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await server.close();
}
