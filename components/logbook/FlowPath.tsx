import { Fragment } from 'preact';
import { kindInWords, type LabelKey } from '../../core/explanation/words';
import type { FlowStep } from '../../core/flow/summarize-flow';
import { useReader } from '../explanation/reader';

/** A flow as a drawn path: one stop a page, coloured and marked by who handles an order from it. */
export function FlowPath({ steps }: { steps: readonly FlowStep[] }) {
  const { words } = useReader();
  return (
    <ol class="flow-path">
      {steps.map((step) => (
        <Fragment key={step.seq}>
          <li class={`flow-stop processor-${step.processor}`}>
            <span class="flow-mark" aria-hidden="true" />
            <strong>
              {step.step ? words.say(`log.step.${step.step}` as LabelKey) : kindInWords(step.kind, words)}
            </strong>
            <span class="flow-processor">{words.say(`log.processor.${step.processor}` as LabelKey)}</span>
            <span class="flow-host">{step.page_host}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
