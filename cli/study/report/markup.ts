import { escaped } from '../../../core/look/escaped';
/** Markup that may stand in the report as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Filling = Markup | string | number | null | readonly (Markup | null)[];

const filled = (value: Filling): string => {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((one) => one?.text ?? '').join('');
  return escaped(String(value));
};

/** Markup from a template; every text in it is escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly Filling[]): Markup =>
  new Markup(
    parts
      .map((part, index) => part + (index < values.length ? filled(values[index] as Filling) : ''))
      .join(''),
  );
