import { kindInWords, type LabelKey } from '../../core/explanation/words';
import { type FlowOrder, flowOrders } from '../../core/flow/flow-order';
import { useReader } from '../explanation/reader';

/** Filters as the form holds them: '' lets everything through. Days are ISO. */
export interface FilterForm {
  readonly from: string;
  readonly until: string;
  readonly kind: string;
  readonly processor: string;
  readonly host: string;
  readonly onlyDrift: boolean;
  readonly order: FlowOrder;
}

export const noFilter: FilterForm = {
  from: '',
  until: '',
  kind: '',
  processor: '',
  host: '',
  onlyDrift: false,
  order: 'newest',
};

interface FlowFiltersProps {
  form: FilterForm;
  kinds: readonly string[];
  hosts: readonly string[];
  /** What was changed; the rest stays as it is, even if it is not drawn yet. */
  onForm: (change: Partial<FilterForm>) => void;
}

const processors = ['tokopedia', 'tiktok-shop', 'none', 'unknown', 'conflicting'] as const;

export function FlowFilters({ form, kinds, hosts, onForm }: FlowFiltersProps) {
  const { words } = useReader();
  const any = words.say('log.filter.any');
  const choice = (name: 'kind' | 'processor' | 'host', options: readonly (readonly [string, string])[]) => (
    <label class="field">
      {words.say(`log.filter.${name}` as LabelKey)}
      <select
        name={name}
        value={form[name]}
        onChange={({ currentTarget }) => onForm({ [name]: currentTarget.value })}
      >
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (name: 'from' | 'until') => (
    <label class="field">
      {words.say(`log.filter.${name}`)}
      <input
        type="date"
        name={name}
        value={form[name]}
        onInput={({ currentTarget }) => onForm({ [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">{words.say('log.filter')}</legend>
      {day('from')}
      {day('until')}
      {choice(
        'kind',
        kinds.map((kind) => [kind, kindInWords(kind, words)]),
      )}
      {choice(
        'processor',
        processors.map((name) => [name, words.say(`log.processor.${name}`)]),
      )}
      {choice(
        'host',
        hosts.map((host) => [host, host]),
      )}
      <label class="field">
        {words.say('log.sort')}
        <select
          name="order"
          value={form.order}
          onChange={({ currentTarget }) => onForm({ order: currentTarget.value as FlowOrder })}
        >
          {flowOrders.map((order) => (
            <option key={order} value={order}>
              {words.say(`log.sort.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          name="drift"
          checked={form.onlyDrift}
          onInput={({ currentTarget }) => onForm({ onlyDrift: currentTarget.checked })}
        />
        {words.say('log.filter.drift')}
      </label>
    </fieldset>
  );
}
