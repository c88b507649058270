import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoBrowser, launchDemoBrowser } from './browser';
import { BrowserNotFound } from './machine/find-browser';
import { type DemoServer, startDemoServer } from './server';
import { pageNamed } from './shop/demo-pages';
import { demoStates, openPopupPage, openState, takeWholePicture } from './states';

const root = join(import.meta.dirname, '..');
const extensionPath = join(root, '.output/chrome-mv3');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** With a display: the real browser, the real popup, and the demo shop to walk through. */
async function showInWindow(server: DemoServer): Promise<void> {
  const browser = await launchDemoBrowser({ extensionPath, ...server, headless: false, viewport: null });
  const first = browser.context.pages()[0] ?? (await browser.context.newPage());
  await first.goto(pageNamed('video-basket').address);
  await browser.openPopup(first);
  console.log('The browser is open on a video with a yellow basket, with the popup above it.');
  console.log('Other pages of the demo shop to type into the address bar:');
  for (const address of new Set(demoStates.map((state) => state.address))) console.log(`  ${address}`);
  console.log('Close the browser to end.');
  await new Promise<void>((resolve) => browser.context.on('close', () => resolve()));
}

/** Without a display: every state's verdict in words, and its picture. */
async function printInTerminal(server: DemoServer): Promise<void> {
  const folder = join(root, 'artifacts/demo');
  mkdirSync(folder, { recursive: true });
  const browser: DemoBrowser = await launchDemoBrowser({ extensionPath, ...server });
  for (const state of demoStates) {
    const { page, popup } = await openState(browser, state);
    const answer = String(await popup.evaluate(`document.querySelector('.answer').textContent`));
    console.log(`\n${page.url()}\n  ${answer}`);
    const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
    await takeWholePicture(screen, join(folder, `${state.name}.png`));
    await screen.close();
    await page.close();
  }
  await browser.close();
  console.log('\nNo display here: the popup ran headless. Its pictures are in artifacts/demo.');
}

const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) {
  process.stderr.write(`The build failed:\n${build.stdout}${build.stderr}`);
  process.exit(1);
}
const server = await startDemoServer();
try {
  await (hasDisplay ? showInWindow(server) : printInTerminal(server));
} catch (error) {
  if (!(error instanceof BrowserNotFound)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await server.close();
}
