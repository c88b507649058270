import type { FilterForm } from '../../components/logbook/FlowFilters';
import { readMoment } from '../../core/calendar/read-moment';
import type { FlowFilter } from '../../services/log/store/read-flows';

const day = 24 * 60 * 60 * 1000;

/** What the store is asked for by the fields of the form. */
export const filterOf = (form: FilterForm): FlowFilter => ({
  from: form.from === '' ? null : (readMoment(form.from)?.time ?? null),
  until: form.until === '' ? null : (readMoment(form.until)?.time ?? 0) + day,
  kind: form.kind || null,
  processor: form.processor || null,
  host: form.host || null,
  onlyDrift: form.onlyDrift,
  order: form.order,
});
