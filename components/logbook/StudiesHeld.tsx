import { useReader } from '../explanation/reader';
import { Sure } from '../Sure';

export interface StudiesHeldProps {
  held: readonly {
    readonly study: string;
    readonly rows: number;
    readonly flows: number;
    readonly erased: number;
    readonly exports: number;
    readonly code: string | null;
  }[];
  /** The study that is recorded for now; null where nothing is recorded. */
  recorded: string | null;
  /** A record that an older version kept lies here too. */
  hasOld: boolean;
  onErase: (study: string) => void;
  onEraseOld: () => void;
}

/** What each study holds in this browser; each can be left, and a record of an older version deleted. */
export function StudiesHeld({ held, recorded, hasOld, onErase, onEraseOld }: StudiesHeldProps) {
  const { words } = useReader();
  return (
    <>
      {hasOld && (
        <div class="old-record" role="status">
          <p>{words.say('log.old-record')}</p>
          <Sure label={words.say('log.old-record-erase')} onYes={onEraseOld} />
        </div>
      )}
      {held.length > 0 && (
        <section class="studies" aria-labelledby="studies-title">
          <h2 id="studies-title">{words.say('log.studies')}</h2>
          <p class="note">{words.say('log.studies-hint')}</p>
          <ul>
            {held.map(({ study, code, ...counts }) => (
              <li key={study}>
                <p>
                  <strong>{study}</strong>
                  {study === recorded && (
                    <span class="study-recorded">{words.say('log.study-recorded')}</span>
                  )}
                  <span class="study-holds">{words.say('log.study-holds', counts)}</span>
                  {code !== null && <span class="study-code">{words.say('log.study-code', { code })}</span>}
                </p>
                <Sure
                  label={words.say('log.study-erase')}
                  title={words.say('log.study-erase-named', { study })}
                  onYes={() => onErase(study)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
