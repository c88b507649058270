import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BrowserNotFound } from '../../demo/machine/find-browser';
import { findFirefox, leastFirefox } from '../../demo/machine/find-firefox';
import { tempFolder } from '../builders/temp-folder';

const folder = tempFolder('firefoxes');
/** A program that says what a Firefox of a version says. */
const firefox = (version: string): string => {
  const path = join(folder, `firefox-${version}`);
  writeFileSync(path, `#!/bin/sh\necho "Mozilla Firefox ${version}"\n`, { mode: 0o755 });
  return path;
};
const cannotInstall = () => false;

describe('the Firefox of a machine', () => {
  test('is the first that is new enough for the extension', () => {
    const [old, fit] = [firefox('140.12.0esr'), firefox(`${leastFirefox}.0`)];
    expect(findFirefox([undefined, join(folder, 'none'), old, fit], cannotInstall)).toBe(fit);
  });

  test('that is too old is named with what is needed, once no newer one can be installed', () => {
    const old = firefox('140.12.0esr');
    expect(() => findFirefox([old], cannotInstall)).toThrow(BrowserNotFound);
    expect(() => findFirefox([old], cannotInstall)).toThrow(/Firefox 140 is here.* needs 142 or newer/);
  });

  test('is installed where there is none, or only an old one', () => {
    const places = [firefox('140.12.0esr')];
    const install = () => Boolean(places.unshift(firefox('153.8.0esr')));
    expect(findFirefox(places, install)).toBe(places[0]);
  });

  test('that is nowhere is said in a sentence', () => {
    expect(() => findFirefox([join(folder, 'none')], cannotInstall)).toThrow(/No Firefox was found/);
  });
});
