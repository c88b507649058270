import fc from 'fast-check';
import { expect } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { looked } from '../../core/page/read-page';
import { holdsState } from '../../core/page/signal-rules';
import { isShape } from '../../core/report/is-shape';
import { pageHtml } from '../../core/report/page-html';
import { redactPage } from '../../core/report/redact-page';
import { shapesOfPage } from '../../core/report/shapes-of-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { canaries } from '../builders/canary-page';
import { canaryVideo } from '../builders/canary-video';
import { judgeToday } from '../builders/pages';
import { changedJson } from './changed-json';
import { holdsFor } from './holds-for';
import { editedText } from './hostile-texts';

const { signals, looks, hosts } = builtInRulebook;
const text = canaryVideo().states?.[VIDEO_STATE_ID] ?? '';
const secrets = Object.values(canaries).flatMap((canary) => [canary, JSON.stringify(canary).slice(1, -1)]);

/** Whatever the state: no canary in either file, a shape that is one, and a redaction that stays as it is. */
function expectNothingPersonal(state: string): void {
  const page = { ...canaryVideo(), states: { [VIDEO_STATE_ID]: state } };
  const shapes = shapesOfPage(page, signals, hosts);
  for (const shape of Object.values(shapes)) expect(isShape(JSON.parse(JSON.stringify(shape)))).toBe(true);
  const once = redactPage(page, signals, hosts);
  const html = pageHtml(once, builtInRulebook) ?? '';
  const told = `${JSON.stringify(shapes)} ${once.address} ${html}`;
  for (const secret of secrets) expect(told).not.toContain(secret);
  const read = pageFromHtml(html, once.address, signals);
  expect(() => judgeToday(read)).not.toThrow();
  expect(pageHtml(redactPage(looked(read, looks), signals, hosts), builtInRulebook)).toBe(html);
  // Head and state have six tags; where the state holds nothing, words of our own stand for what was seen.
  const words = pageHtml({ ...once, states: {} }, builtInRulebook) ?? '';
  expect(tagsIn(html)).toBe(6 + (holdsState(once.states ?? {}) ? 0 : tagsIn(words) - 4));
}

const tagsIn = (html: string): number => html.match(/<[^>]*>/g)?.length ?? 0;

holdsFor(
  'a page to be reported, with places of its state changed',
  1500,
  changedJson([JSON.parse(text)]).map((value) => JSON.stringify(value)),
  expectNothingPersonal,
);
holdsFor('a page to be reported, its state cut and edited', 1000, editedText([text]), expectNothingPersonal);
holdsFor(
  'a page to be reported, with any JSON for a state',
  1000,
  fc.json({ maxDepth: 6 }),
  expectNothingPersonal,
);
