import { dayInWib, daysBetween, moveDay } from '../calendar/read-moment';
import type { Verdict } from '../verdict/verdict';
import { metBasket } from './step-of';

/** What recording saw on one day in WIB beside its flows: numbers only. */
export interface DayMet {
  /** ISO day in WIB. */
  readonly date: string;
  /** How long recording ran, in ms. */
  readonly ms: number;
  /** Pages outside flows, counted by `kind basket`. */
  readonly pages: Readonly<Record<string, number>>;
}

/** What the counting of exposure remembers between two observations. */
export interface ExposureState {
  /** The day that is being counted; null before the first. */
  readonly today: DayMet | null;
  /** The last time that recording gave a sign of itself (ms), and whether it was switched on then. */
  readonly sign: { readonly ts: number; readonly isOn: boolean } | null;
  /** The page outside all flows that a tab shows: it is counted once, by its last judgement. */
  readonly outside: Readonly<Record<string, PageOutside>>;
}

interface PageOutside {
  /** Tells it from other pages; never written. */
  readonly page: string;
  readonly date: string;
  /** `kind basket` */
  readonly met: string;
}

export const nothingMet: ExposureState = { today: null, sign: null, outside: {} };

/** Between two signs further apart, in ms, nobody can say that recording ran; as for sessions. */
const longestSilence = 30 * 60_000;
/** Days without a sign that are filled in at most: a clock may have been set anywhere. */
const mostDays = 400;

interface PageSeen {
  readonly tabId: number;
  /** Tells it from other pages of that tab. */
  readonly pageKey: string;
  readonly verdict: Verdict;
}

/** One observation's worth of counting; lives for a single call. */
export class ExposureCount {
  private today: DayMet | null;
  private sign: ExposureState['sign'];
  private outside: Record<string, PageOutside>;
  private readonly over: DayMet[] = [];

  constructor(
    before: ExposureState,
    private readonly ts: number,
  ) {
    this.today = before.today;
    this.sign = before.sign;
    this.outside = before.outside;
  }

  /** Recording is on, and something was heard of the browser. @param ranSince whether it ran since the sign before */
  signOfLife(ranSince = true): void {
    const { ts, sign } = this;
    const date = dayInWib(ts);
    if (sign?.isOn) {
      if (ranSince && ts > sign.ts && ts - sign.ts <= longestSilence) this.addTime(sign.ts, ts);
      this.fillDays(date);
    }
    this.begin(date);
    this.sign = { ts, isOn: true };
  }

  /** Recording is switched off. */
  stop(): void {
    if (!this.sign?.isOn) return;
    this.signOfLife();
    this.sign = { ts: this.ts, isOn: false };
    this.outside = {};
  }

  /** No tab of before is there any more, and nothing ran since the last sign. */
  restart(): void {
    this.outside = {};
    this.signOfLife(false);
  }

  /** A page in a flow is counted by the flow's rows, and goes when these go. */
  page(seen: PageSeen, isInFlow: boolean): void {
    const tab = String(seen.tabId);
    const before = this.outside[tab];
    const isSame = before?.page === seen.pageKey;
    const basket = isInFlow ? null : metBasket(seen.verdict);
    const met = `${seen.verdict.kind} ${basket}`;
    if (isSame && before.met === met) return;
    if (isSame) this.count(before.date, before.met, -1);
    this.left(seen.tabId);
    if (basket === null) return;
    const date = isSame ? before.date : dayInWib(this.ts);
    this.count(date, met, 1);
    this.outside = { ...this.outside, [tab]: { page: seen.pageKey, date, met } };
  }

  left(tabId: number): void {
    if (!Object.hasOwn(this.outside, String(tabId))) return;
    const { [String(tabId)]: _gone, ...others } = this.outside;
    this.outside = others;
  }

  /** The browser gave the tab another number. */
  replaced(tab: string, before: string): void {
    const { [before]: page, ...others } = this.outside;
    this.outside = { ...others, ...(page && { [tab]: page }) };
  }

  /** What is to be remembered, and the days that are over, or that earlier counts are corrected by. */
  result(): { readonly state: ExposureState; readonly over: readonly DayMet[] } {
    const { today, sign, outside, over } = this;
    return { state: { today, sign, outside }, over };
  }

  /** Time is counted on the day it was spent on. */
  private addTime(from: number, until: number): void {
    const midnight = Date.parse(`${dayInWib(until)}T00:00:00+07:00`);
    if (from < midnight) this.add({ date: dayInWib(from), ms: midnight - from, pages: {} });
    this.add({ date: dayInWib(until), ms: until - Math.max(from, midnight), pages: {} });
  }

  /** A day on which recording was on and nothing was heard is a day off, and no gap. */
  private fillDays(date: string): void {
    const last = this.today?.date;
    if (last === undefined) return;
    const days = Math.min(daysBetween(last, date), mostDays);
    for (let day = 1; day < days; day += 1) this.over.push({ date: moveDay(last, day), ms: 0, pages: {} });
  }

  private begin(date: string): void {
    if (this.today?.date === date) return;
    if (this.today !== null) this.over.push(this.today);
    this.today = { date, ms: 0, pages: {} };
  }

  private count(date: string, met: string, by: number): void {
    this.add({ date, ms: 0, pages: { [met]: by } });
  }

  private add(more: DayMet): void {
    if (this.today?.date === more.date) this.today = addedDays(this.today, more);
    else this.over.push(more);
  }
}

/** Two counts of one day as one. */
export function addedDays(one: DayMet, other: DayMet): DayMet {
  const pages: Record<string, number> = { ...one.pages };
  for (const [met, count] of Object.entries(other.pages)) {
    const sum = (pages[met] ?? 0) + count;
    if (sum === 0) delete pages[met];
    else pages[met] = sum;
  }
  return { date: one.date, ms: one.ms + other.ms, pages };
}
