import { nowAsIso } from '../../services/browser/clock';
import { forgetExports } from '../../services/log/export/exported-so-far';
import { openStore } from '../../services/log/store/open-store';
import { eraseStudy, exportsOf, inStudy } from '../../services/log/store/read-studies';
import { now, record } from '../../services/log/write/recorder';
import { readRecording, saveRecording } from '../../services/settings/recording';

/**
 * Begins to record for a study. Who was in it before goes on with the chain, key and pseudonym of then.
 *
 * @param code what the participant is called in it; '' for nothing
 */
export async function joinStudy(study: string, code: string): Promise<void> {
  await saveRecording({ on: true, study, since: nowAsIso(), stopped: null });
  // An organisation may have named another one.
  const { study: joined } = await readRecording();
  await inStudy(
    joined,
    async (db) => {
      if (code === '') await db.delete('state', 'code');
      else await db.put('state', code, 'code');
    },
    openStore,
  );
  // The time that is recorded begins now, not with the first page.
  await record({ what: 'tick', ts: now() });
}

/** Erases the records of studies with their keys; recording for one of them ends. @returns ids of the packages made of them */
export async function withdrawFrom(studies: readonly string[]): Promise<string[]> {
  const recording = await readRecording();
  if (recording.on && studies.includes(recording.study))
    await saveRecording({ ...recording, on: false, since: null, stopped: null });
  const made: string[] = [];
  for (const study of studies) {
    made.push(...(await inStudy(study, exportsOf).catch(() => [])));
    await eraseStudy(study);
    await forgetExports(study);
  }
  return made;
}
