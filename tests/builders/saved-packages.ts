import type { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayMet } from '../../core/flow/count-exposure';
import { chainStart } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { newKey, packageOf } from '../../demo/study/write-package';
import { countingIds, demoPageSeen, frame, minute, recordAll, rowsOf, start } from './flows';
import { unpack } from './packages';

/** A participant's rows: two days, an unread live room, hosts contacted. */
export function rowsOfParticipant(participant: string, study = 'uji-coba'): LogRow[] {
  const ids = countingIds();
  const newId = () => `${participant.slice(0, 8)}${ids().slice(8)}`;
  const seen = (name: string, tabId: number, ts: number) => demoPageSeen(name, { tabId, ts });
  const contact = {
    host: 'tiktokcdn.com',
    party: 'tiktok',
    type: 'img',
    count: 2,
    source: 'resource-timing',
  } as const;
  const observations = Array.from({ length: 14 }, (_none, index) => {
    const ts = start + index * 120 * minute;
    return [
      seen(['video-basket', 'video-drifted', 'live'][index % 3] as string, index, ts),
      {
        what: 'hosts',
        tabId: index,
        ts: ts + 500,
        contacts: [{ ...contact, method: null, outcome: null, initiator: null }],
      } as const,
      seen('shop-id-product', index, ts + 20_000),
      { what: 'left', tabId: index, ts: ts + 40_000 } as const,
    ];
  }).flat();
  return rowsOf(recordAll(observations, newId).events, newId, {
    ...frame,
    participant_id: participant,
    study_id: study,
  });
}

export interface Made {
  readonly rows: readonly LogRow[];
  readonly participant: string;
  readonly exportId: string;
  readonly withheld?: readonly number[];
  readonly code?: string | null;
  readonly revision?: number;
  readonly met?: readonly DayMet[];
  /** In force at the export. */
  readonly rules?: Rulebook;
  readonly study?: string;
  /** The end of the chain that description and checkpoint name; the last row's where it is not said. */
  readonly head?: Pick<LogRow, 'n' | 'chain'>;
}

/** Makes packages signed by one key, without a browser; each is unpacked in a folder of its own, whose path is given. */
export async function packageMaker(folder: string): Promise<(name: string, made: Made) => Promise<string>> {
  const keys = await newKey();
  return async (name, made) => {
    const zip = join(folder, `${name}.zip`);
    writeFileSync(zip, await packageBytes(made, keys));
    unpack(zip, join(folder, name));
    return join(folder, name);
  };
}

/** A package's ZIP, signed by the keys. */
export async function packageBytes(
  {
    rows,
    participant,
    exportId,
    withheld = [],
    code = null,
    revision = 0,
    met = [],
    rules = rulebook,
    study = 'uji-coba',
    head = rows.at(-1) ?? { n: 0, chain: chainStart },
  }: Made,
  keys: webcrypto.CryptoKeyPair,
): Promise<Buffer> {
  const about = {
    study,
    participant,
    code,
    exportId,
    revision,
    lastN: head.n,
    created: '2026-11-25T12:00:00.000Z',
    extVersion: '0.1.0',
    rulesetVersion: rulesetVersion(rules.about.version),
  };
  // Pages so short that they end in the midst of flows.
  const making = { rulebook: rules, key: keys, withheld: new Set(withheld), head, rowsInPage: 7 };
  return packageOf({ rows, met }, about, making);
}
