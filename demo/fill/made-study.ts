import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { newSalt } from '../../services/log/store/identity';
import type { Surroundings } from '../../services/log/write/append';

/** The study that is filled with made-up walks. */
export const study = 'bench';

/** What its rows are written with. */
export const surroundings: Surroundings = {
  frame: {
    schema_version: '1.1.0',
    study_id: study,
    participant_id: '0'.repeat(32),
    ruleset_version: rulesetVersion(rulebook.about.version),
    ext_version: '0.1.0',
    browser: 'Chromium',
  },
  newId: () => crypto.randomUUID(),
  newSalt,
  tzOffsetMin: 420,
};
