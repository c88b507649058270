import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { PackageAbout } from '../../core/export/describe-package';
import { codebook } from '../../core/log/codebook';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { numbersFrom, seenOnWalk } from '../../demo/fill/seen-on-walk';
import { pageNamed } from '../../demo/shop/demo-pages';
import { type Recorded, recordPerson } from '../../demo/study/record-person';
import { newKey, packageOf } from '../../demo/study/write-package';

/** The made study. */
export const study = 'bench';
const firstDay = Date.parse('2026-08-31T00:00:00Z');
const dayLength = 86_400_000;
const walks = [
  ['video-basket', 'shop-id-product'],
  ['video-basket', 'video-plain', 'share-page'],
  ['live'],
  ['video-drifted', 'shop-id-product'],
  ['us-product'],
].map((names) => names.map(pageNamed));

/** A made record of so many days with so many walks each, through pages of the demo shop. */
export function madeRecord(
  participant: string,
  { days, walksADay, seed }: { readonly days: number; readonly walksADay: number; readonly seed: number },
): Recorded {
  const chance = numbersFrom(seed);
  const frame = {
    schema_version: codebook.schema_version,
    study_id: study,
    participant_id: participant,
    ext_version: '0.1.0',
    browser: 'Chromium 156',
  };
  const ids = {
    newId: () => crypto.randomUUID(),
    newSalt: () => crypto.randomUUID().replaceAll('-', ''),
  };
  const observations = Array.from({ length: days * walksADay }, (_none, index) => {
    const day = Math.floor(index / walksADay);
    const at =
      firstDay + day * dayLength + (index % walksADay) * Math.floor((dayLength - 600_000) / walksADay);
    const walk = walks[Math.floor(chance() * walks.length)] as (typeof walks)[number];
    return seenOnWalk(walk, at, chance, builtInRulebook);
  });
  return recordPerson([{ rulebook: builtInRulebook, observations: observations.flat() }], frame, ids);
}

/** What a made record's package says of itself. */
export const aboutRecord = (participant: string, { rows }: Recorded, exportId: string): PackageAbout => ({
  study,
  participant,
  code: null,
  exportId,
  revision: 0,
  lastN: rows.length,
  created: new Date(JSON.parse(rows.at(-1)?.body ?? '{"ts":0}').ts).toISOString(),
  extVersion: '0.1.0',
  rulesetVersion: rulesetVersion(builtInRulebook.about.version),
});

/** The tables of a made record, in a folder. */
export async function makeTemplate(folder: string, size: { days: number; walksADay: number }): Promise<void> {
  const participant = '0'.repeat(32);
  const record = madeRecord(participant, { ...size, seed: 20_260_831 });
  const zip = await packageOf(record, aboutRecord(participant, record, 'template'), {
    rulebook: builtInRulebook,
    key: await newKey(),
  });
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    if (!path.endsWith('.parquet')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
