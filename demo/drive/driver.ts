import type { Popup } from '../popup';
import type { Calls } from './calls';

/** The browsers that every scenario runs in. */
export const browserNames = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Download {
  suggestedFilename(): string;
  /** Copies or moves the saved file to a path. */
  saveAs(path: string): Promise<void>;
}

interface Waiting {
  /** Milliseconds, default 30,000. */
  readonly timeout?: number;
}

interface WaitingFor extends Waiting {
  /** Default: it is there and seen. Detached is what is not there. */
  readonly state?: 'visible' | 'attached' | 'detached';
}

/** A part of a page as a screen reader finds it, within closed shadow roots too. */
export interface HeardPart {
  readonly role: string;
  readonly name: string;
  /** Its middle, in CSS pixels of the window's view. @throws where it is not drawn */
  middle(): Promise<{ x: number; y: number }>;
}

/** Elements of a page, looked up anew at each use. */
export interface DrivenLocator {
  count(): Promise<number>;
  nth(index: number): DrivenLocator;
  click(): Promise<void>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  boundingBox(): Promise<Box | null>;
  isEnabled(): Promise<boolean>;
  isDisabled(): Promise<boolean>;
}

/** What is not named stays as it is. Firefox asks for less motion in all its pages at once. */
export interface EmulatedMedia {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

interface PageEvents {
  request: { url(): string };
  console: { text(): string };
  pageerror: unknown;
}

/**
 * A page of the web or of the extension, driven as a person would. Playwright's page is one as it is; the methods mean
 * what they mean there, waiting included. Selectors are CSS; and `text="…"`, `css:has-text("…")`, `css:text-is("…")`,
 * each with ` >> nth=0` behind it where another than the first is meant.
 */
export interface DrivenPage {
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** Not a promise in every browser: await it. */
  url(): string | Promise<string>;
  title(): Promise<string>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;

  /** Value of an expression or of a function, awaited; both run in the page. */
  evaluate(code: string): Promise<unknown>;
  evaluate<Result>(code: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Word>(code: (word: Word) => Result | Promise<Result>, word: Word): Promise<Result>;
  /** Runs a script in each document of this page before its own scripts. */
  addInitScript(code: string): Promise<unknown>;

  waitForSelector(selector: string, waiting?: WaitingFor): Promise<unknown>;
  waitForURL(address: string | RegExp, waiting?: Waiting): Promise<void>;
  waitForTimeout(milliseconds: number): Promise<void>;
  waitForEvent(event: 'download', waiting?: Waiting): Promise<Download>;
  waitForEvent(event: 'close' | 'load', waiting?: Waiting): Promise<unknown>;

  textContent(selector: string): Promise<string | null>;
  /** As it is drawn, without what is hidden. */
  innerText(selector: string): Promise<string>;
  inputValue(selector: string): Promise<string>;
  getAttribute(selector: string, name: string): Promise<string | null>;
  isChecked(selector: string): Promise<boolean>;
  isDisabled(selector: string): Promise<boolean>;
  locator(selector: string): DrivenLocator;

  click(selector: string, options?: { position: { x: number; y: number } }): Promise<void>;
  focus(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  check(selector: string): Promise<void>;
  uncheck(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  setInputFiles(selector: string, path: string | string[]): Promise<void>;
  readonly keyboard: { press(keys: string): Promise<void> };
  readonly mouse: {
    move(x: number, y: number, options?: { steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };

  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(media: EmulatedMedia): Promise<void>;
  /** What the window shows, as a PNG. */
  screenshot(options?: { path: string }): Promise<Buffer>;
  on<Name extends keyof PageEvents>(event: Name, listener: (told: PageEvents[Name]) => void): unknown;
  setDefaultTimeout(milliseconds: number): void;
}

/** A browser with the extension in it. */
export interface DrivenBrowser {
  readonly name: BrowserName;
  /** Address of a page of the extension, such as 'logbook.html'. */
  address(path: string): string;
  newPage(): Promise<DrivenPage>;
  /** The next page that opens without us: ask before what opens it. */
  nextPage(): Promise<DrivenPage>;
  /** All pages that are open. */
  pages(): Promise<DrivenPage[]>;
  /** The extension's background, woken where it sleeps. */
  readonly background: { evaluate(expression: string): Promise<unknown> };
  /** Ends the background at once, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Opens the real popup on the page's tab, as a click on the toolbar button would: activeTab is granted. */
  openPopup(page: DrivenPage): Promise<Popup>;
  /** The badge on the page's tab; '' when there is none. */
  badgeOf(page: DrivenPage): Promise<string>;
  /** The toolbar button's title on the page's tab. */
  titleOf(page: DrivenPage): Promise<string>;
  /** All that a screen reader finds in a page, in its order. */
  heard(page: DrivenPage): Promise<HeardPart[]>;
  /** A finger is put down on a page, drawn from point to point, and lifted. */
  swipe(page: DrivenPage, points: readonly { x: number; y: number }[]): Promise<void>;
  /**
   * Answers the browser's own question about a permission.
   * @param press presses keys on the screen, where only a keyboard reaches the question
   */
  answerQuestion(isAllowed: boolean, press: (...keys: string[]) => void): Promise<void>;
  /** What was copied last, read from within a page of ours. */
  clipboardText(page: DrivenPage): Promise<string>;
  /** Runs a script in every page of the extension that opens from now on, before its own scripts. */
  addInitScript(code: string): Promise<void>;
  /** Ends the browser's processes without a word, as a power cut does. Close it all the same. */
  kill(): Promise<void>;
  /** The requests that were made until it was closed; null before, and where its end took the list with it. */
  calls(): Calls | null;
  /** Closes the browser and removes the profile, unless the caller gave it. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built, unpacked extension; default: the one that was built for this browser. */
  readonly extensionPath?: string;
  /** Port of the demo server on 127.0.0.1. */
  readonly port: number;
  /** Hosts to lead there; no other host is reached. */
  readonly hosts: readonly string[];
  /** What that server was asked. */
  readonly requests?: readonly { readonly path: string; readonly from: string }[];
  /** Installed to stay from one start to the next, where the profile is kept too. */
  readonly staysLoaded?: boolean;
  /** Default true. */
  readonly headless?: boolean;
  /** Language of the browser and of the extension's messages; default 'id'. */
  readonly language?: 'id' | 'en';
  /** A profile to keep, e.g. to start again with the same record; default: a temporary one. */
  readonly userDataDir?: string;
  /** A policy file that this start of Firefox obeys, and no other; Chromium looks at its own places only. */
  readonly policyFile?: string;
  /** Firefox as it was before 147, which tells no script that a page moved on within itself. */
  readonly withoutNavigationApi?: boolean;
  /** Leaves the page of the first run open, which a new profile gets; default: it is closed. */
  readonly keepsWelcome?: boolean;
  /** Device pixels a CSS pixel; default: the screen's own. */
  readonly pixelRatio?: number;
  /** In CSS pixels, default 1280 by 800; null follows the window. */
  readonly viewport?: { width: number; height: number } | null;
}
