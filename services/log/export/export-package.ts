import { sha256 } from '@noble/hashes/sha2.js';
import browser from 'webextension-polyfill';
import { fromBase64, hexOf, toBase64, utf8ToBytes } from '../../../core/bundle/bytes';
import type { MadeFile, PackageAbout } from '../../../core/export/describe-package';
import type { Piece } from '../../../core/export/package-files';
import type { PackageSignatures } from '../../../core/export/research-package';
import { researchPackage } from '../../../core/export/research-package';
import { eventOf } from '../../../core/log/chain';
import { rulesetVersion } from '../../../core/log/ruleset-version';
import { FileInTheMaking, saveParts } from '../../browser/save-file';
import { rules } from '../../rulebook/rules-in-use';
import { makeCheckpoint, ownerOf, publicKeyOf, readKey, sign } from '../store/identity';
import type { LogDatabase, Withheld } from '../store/open-store';
import { reviseNow } from '../store/revision';
import { rowsIn } from '../store/row-block';
import { readTakenOut } from '../take-out/taken-out';
import type { ExportTask } from './export-task';
import { inWorker } from './in-worker';
import { lastMinuteOf, readDaysMet } from './read-exposure';

/** There is nothing to put into a package yet. */
export class NothingRecorded extends Error {
  override readonly name = 'NothingRecorded';
}

/**
 * Makes the research package of one study and hands it to the browser. The same record, with the same rows erased and
 * withheld, gives the same bytes under the same name.
 *
 * @param now ISO time
 * @returns the file's name
 * @throws {NothingRecorded} and {PackageTooLarge}
 */
export async function exportPackage(
  db: LogDatabase,
  { study, now }: { readonly study: string; readonly now: string },
  onRow: (rows: number) => void,
): Promise<string> {
  const checkpoint = await makeCheckpoint(db, now);
  const [kept, key, met] = await Promise.all([readTakenOut(db), readKey(db), readDaysMet(db)]);
  // Whoever met no basket has no row, and days on which there was none to meet.
  if (checkpoint === null && met.length === 0) throw new NothingRecorded('nothing was recorded yet');
  const { version } = browser.runtime.getManifest();
  const ruleset = rulesetVersion(rules().about.version);
  const owner = await ownerOf(db, study, '');
  const created = [await timeOfLastRow(db, kept.withheld), await lastMinuteOf(db)]
    .flatMap((time) => time ?? [])
    .sort()
    .at(-1);
  const state = JSON.stringify([study, checkpoint?.chain, kept, met, created, owner.code, version, ruleset]);
  const about: PackageAbout = {
    ...owner,
    exportId: hexOf(sha256(utf8ToBytes(state))).slice(0, 12),
    revision: kept.revision,
    lastN: checkpoint?.n ?? 0,
    created: created ?? now,
    extVersion: version,
    rulesetVersion: ruleset,
  };
  // Of two exports the later one must be known, also where other rules, a code or more time made it another one.
  const made = await db.getAll('exports');
  const isNew = made.every(({ export_id }) => export_id !== about.exportId);
  if (isNew && made.some(({ last_n, revision }) => last_n === about.lastN && revision === about.revision)) {
    await reviseNow(db);
    return exportPackage(db, { study, now }, onRow);
  }
  const files = await filesBeside({ about, withheld: kept.withheld, upTo: about.lastN, met }, onRow);
  // Two read the record, one beside the other: what was erased or withheld meanwhile must be gone from both.
  if (JSON.stringify(await readTakenOut(db)) !== JSON.stringify(kept))
    return exportPackage(db, { study, now }, onRow);
  const pieces = await researchPackage({
    about,
    files,
    checkpoints: await db.getAll('checkpoints'),
    rulebook: rules(),
    spki: await publicKeyOf(key),
    sign: (bytes, hash) => signOnce(db, key, { about, now, bytes, hash }),
    newPiece: (): Kept => new FileInTheMaking(),
  });
  const name = `uji_${study}_${about.participant.slice(0, 8)}_${about.exportId}.zip`;
  const parts = pieces.map((piece) => ('asBlob' in piece ? piece.asBlob() : piece));
  saveParts(parts, name, 'application/zip');
  return name;
}

/** A file of the package that the browser keeps. */
interface Kept extends Piece {
  asBlob(): Blob;
}

type Task = Omit<Extract<ExportTask, { what: 'events' }>, 'what'>;

/** The tables in one worker and the chain in another; the slower of the two says how far it is. Then what is judged again. */
async function filesBeside(task: Task, onRow: (rows: number) => void): Promise<MadeFile<Kept>[]> {
  const passed = { events: 0, chain: 0 };
  const make = (what: 'events' | 'chain') =>
    inWorker({ ...task, what }, (rows) => {
      passed[what] = rows;
      onRow(Math.min(passed.events, passed.chain));
    });
  const made = await Promise.all([make('events'), make('chain')]);
  // Whoever measures exports finds under this name what judging again took.
  const begun = performance.now();
  const rejudged = await inWorker({ ...task, what: 'rejudgements', rulebook: rules() }, onRow);
  performance.measure('rejudgements', { start: begun });
  return [...made, rejudged].flatMap(({ files }) =>
    files.map(({ blob, ...file }) => ({ ...file, piece: { take: nothingMore, asBlob: () => blob } })),
  );
}

function nothingMore(): never {
  throw new Error('this file is whole');
}

/** Signs a package, or gives the signatures again that the very same package got before: they differ each time. */
async function signOnce(
  db: LogDatabase,
  key: CryptoKeyPair,
  {
    about,
    now,
    bytes,
    hash,
  }: {
    readonly about: Pick<PackageAbout, 'exportId' | 'study' | 'lastN' | 'revision'>;
    readonly now: string;
    readonly bytes: Uint8Array;
    readonly hash: string;
  },
): Promise<PackageSignatures> {
  const known = await db.get('exports', about.exportId);
  const [file, ofHash] =
    known?.sha256 === hash
      ? [fromBase64(known.signatures.file), fromBase64(known.signatures.hash)]
      : [null, null];
  const signatures = {
    file: file ?? (await sign(key, bytes)),
    hash: ofHash ?? (await sign(key, utf8ToBytes(`sha256:${hash}`))),
  };
  await db.put('exports', {
    export_id: about.exportId,
    study: about.study,
    last_n: about.lastN,
    revision: about.revision,
    made: now,
    sha256: hash,
    signatures: { file: toBase64(signatures.file), hash: toBase64(signatures.hash) },
  });
  return signatures;
}

/** When the newest row that still says something, and is not kept back, was written; null where there is none. */
async function timeOfLastRow(db: LogDatabase, withheld: Withheld): Promise<string | null> {
  let cursor = await db.transaction('blocks').store.openCursor(null, 'prev');
  while (cursor) {
    for (const { n, flow_id, body } of rowsIn(cursor.value).toReversed()) {
      if (withheld.rows.includes(n) || withheld.flows.includes(flow_id)) continue;
      const event = body === null ? undefined : eventOf(body);
      if (event) return new Date(event.ts).toISOString();
    }
    cursor = await cursor.continue();
  }
  return null;
}
