import { personalShape } from '../log/guard';
import type { Reading, SignalReading } from '../page/page';
import type { HostRules } from '../rulebook/rulebook';
import { stripAddress } from './strip-address';

const longestValue = 120;

/** A reading that may be kept: no caption, no names, no numbers, and judged the same as the whole one. */
export const stripReading = (reading: Reading, rules: HostRules): Reading => ({
  ...reading,
  address: stripAddress(reading.address, rules),
  item: {
    ...reading.item,
    caption: null,
    signals: reading.item.signals.map((signal) => strippedSignal(signal, rules)),
  },
  drawnLink: reading.drawnLink === null ? null : strippedValue(reading.drawnLink, rules),
  texts: reading.texts.map((signal) => strippedSignal(signal, rules)),
});

const strippedSignal = (signal: SignalReading, rules: HostRules): SignalReading => ({
  ...signal,
  values: signal.values.map((value) => strippedValue(value, rules)),
});

function strippedValue(value: string, rules: HostRules): string {
  if (/^https?:/i.test(value)) return stripAddress(value, rules) || '_';
  return value.length > longestValue || personalShape(value) !== null ? '_' : value;
}
