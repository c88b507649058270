import browser from 'webextension-polyfill';
import { codebook } from '../../../core/log/codebook';
import { rulesetVersion } from '../../../core/log/ruleset-version';
import { rules } from '../../rulebook/rules-in-use';
import { newSalt, pseudonymFor, readSecret } from '../store/identity';
import type { LogDatabase } from '../store/open-store';
import type { Surroundings } from './append';

/** Family and major version of the browser: all that is kept of the user agent. */
export function browserName(userAgent: string): string {
  const [, family = 'other', major = ''] = /(Firefox|Edg|Chrom(?:e|ium))\/(\d+)/.exec(userAgent) ?? [];
  return `${family === 'Chrome' ? 'Chromium' : family} ${major}`.trim();
}

/** All that a row needs beside what happened, for one study. */
export async function surroundingsFor(study: string, db: LogDatabase): Promise<Surroundings> {
  return {
    frame: {
      schema_version: codebook.schema_version,
      study_id: study,
      participant_id: pseudonymFor(study, await readSecret(db)),
      ruleset_version: rulesetVersion(rules().about.version),
      ext_version: browser.runtime.getManifest().version,
      browser: browserName(navigator.userAgent),
    },
    newId: () => crypto.randomUUID(),
    newSalt,
    tzOffsetMin: -new Date().getTimezoneOffset(),
  };
}
