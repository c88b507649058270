import type { DrivenBrowser, LaunchOptions } from '../../demo/drive/driver';
import { launchBrowser } from '../../demo/drive/launch';
import { type DemoServer, type OtherHost, startDemoServer } from '../../demo/server';
import { browserHere, callsOfExtension } from './browser-here';
import { stripedPages } from './striped-page';

/** A demo shop and a browser with the extension in front of it, which a worker's test files use one after another. */
export interface Stage {
  readonly server: DemoServer;
  readonly browser: DrivenBrowser;
}
interface OpenStage extends Stage {
  usedSinceCleaned: boolean;
}
type Language = NonNullable<LaunchOptions['language']>;

declare global {
  /** The stages of this worker: they outlive the modules of a test file. */
  var openStages: Map<Language, Promise<OpenStage>> | undefined;
  /** What tests/run/stage-environment.ts calls when the worker ends. */
  var closeOpenStages: (() => Promise<void>) | undefined;
}
globalThis.openStages ??= new Map();
const stages = globalThis.openStages;

async function open(language: Language): Promise<OpenStage> {
  // A browser knows from its start for which hosts there is an answer.
  const server = await startDemoServer([stripedPages]);
  const browser = await launchBrowser(browserHere, { ...server, language });
  // A window stays open when all that a file opened is closed.
  await (await browser.newPage()).goto('about:blank');
  return { server, browser, usedSinceCleaned: false };
}

/**
 * The worker's stage in a language, as clean as a new one. Not to be closed: it is cleaned when the file ends, or asks
 * again.
 * What a stage must not be used for: other hosts, another build, a browser that is ended or changed for good.
 *
 * @param pages more pages of the demo's hosts, for this file
 */
export async function stageHere({
  language,
  pages = [],
}: {
  language: Language;
  pages?: readonly OtherHost[];
}): Promise<Stage> {
  const stage = stages.get(language) ?? open(language);
  stages.set(language, stage);
  const { server, browser } = await stage.catch((cause) => {
    stages.delete(language);
    throw cause;
  });
  await cleanStages();
  (await stage).usedSinceCleaned = true;
  server.requests.length = 0;
  server.others.splice(0, server.others.length, ...pages);
  return { server, browser };
}

/** Erases all that the last file left in its stages, as a person would: by "erase everything", and by closing tabs. */
export async function cleanStages(): Promise<void> {
  for (const [language, opening] of stages) {
    const stage = await opening;
    if (!stage.usedSinceCleaned) continue;
    try {
      await clean(stage);
      stage.usedSinceCleaned = false;
    } catch (cause) {
      stages.delete(language);
      await close(stage).catch(() => undefined);
      throw new Error('the browser of this file could not be cleaned; the next one starts anew', { cause });
    }
  }
}

async function clean({ browser }: Stage): Promise<void> {
  const [first, ...others] = await browser.pages();
  for (const page of others) await page.close();
  const page = first ?? (await browser.newPage());
  await page.goto(browser.address('options.html'));
  const reply = await page.evaluate(`chrome.runtime.sendMessage({ topic: 'data.erase', ask: null })`);
  if ((reply as { ok?: boolean } | undefined)?.ok !== true)
    throw new Error(`"erase everything" answered ${JSON.stringify(reply)}`);
  await page.goto('about:blank');
}

async function close({ browser, server }: Stage): Promise<string[]> {
  await browser.close();
  await server.close();
  return callsOfExtension({ browser, requests: server.requests });
}

/** Closes the worker's stages. @throws where the extension asked anything of the network meanwhile */
async function closeStages(): Promise<void> {
  const open = await Promise.all(stages.values());
  stages.clear();
  const calls = (await Promise.all(open.map(close))).flat();
  if (calls.length > 0) throw new Error(`the extension called ${calls.join(', ')}`);
}
globalThis.closeOpenStages = closeStages;
