import type { LabelKey } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { StudyChoice } from '../StudyChoice';

export interface ExportSectionProps {
  /** Every study that rows were written for. */
  studies: readonly string[];
  /** The one that the page shows, and whose rows are exported. */
  study: string;
  kinds: readonly string[];
  /** How many rows and flows are kept back. */
  withheld: { readonly rows: number; readonly flows: number };
  isBusy: boolean;
  onStudy: (study: string) => void;
  onPackage: () => void;
  onExport: (kind: string) => void;
  onCodebook: () => void;
}

/** What can leave the browser, by the participant's own hand: the research package first, single tables after it. */
export function ExportSection(props: ExportSectionProps) {
  const { studies, study, kinds, withheld, isBusy } = props;
  const { words } = useReader();
  return (
    <div class="exports">
      <StudyChoice name="export-study" studies={studies} study={study} onStudy={props.onStudy} />
      {withheld.rows + withheld.flows > 0 && (
        <p class="note withheld-count">{words.say('log.withheld-count', withheld)}</p>
      )}
      <p class="note">{words.say('log.export.package-hint')}</p>
      <button type="button" class="primary export-package" disabled={isBusy} onClick={props.onPackage}>
        {words.say('log.export.package')}
      </button>
      <p class="note">{words.say('log.export.tables')}</p>
      <div class="actions">
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            class={`export-${kind}`}
            disabled={isBusy}
            onClick={() => props.onExport(kind)}
          >
            {words.say(`log.export.${kind}` as LabelKey)}
          </button>
        ))}
        <button type="button" class="export-codebook" onClick={props.onCodebook}>
          {words.say('log.export.codebook')}
        </button>
      </div>
    </div>
  );
}
