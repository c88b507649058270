/** Beyond so many ids they are no longer told apart. */
const most = 999;

/** Replaces ids by made ones of the same length: the same id by the same one, numbered as they come. */
export class MadeIds {
  private readonly made = new Map<string, string>();

  /** @param digits 5 digits or more */
  of(digits: string): string {
    const known = this.made.get(digits);
    if (known !== undefined) return known;
    const number = this.made.size < most ? this.made.size + 1 : 0;
    const id = `9${String(number).padStart(Math.min(digits.length, 25) - 1, '0')}`;
    if (number > 0) this.made.set(digits, id);
    return id;
  }
}

/** Made ids, wherever they stand in a text. */
export const madeId = /(?<!\d)9(?:0{1,24}\d{1,3}|0+)(?!\d)/g;
