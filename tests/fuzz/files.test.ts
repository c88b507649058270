import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { judgeHar } from '../../cli/har/judge-har';
import { judgeLine } from '../../cli/judge-line';
import { UsageError } from '../../cli/usage-error';
import { sameBytes } from '../../core/bundle/bytes';
import { examine } from '../../core/bundle/verify/verify';
import { builtInRulebook as rulebook, rulebookFiles } from '../../core/rulebook/built-in';
import { checkRulebook } from '../../core/rulebook/check-rulebook';
import { pageNamed } from '../../demo/shop/demo-pages';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { filesOf } from '../builders/tampering';
import { tempFolder } from '../builders/temp-folder';
import { changedJson, hostileValue } from './changed-json';
import { expectNoFalseYes } from './genuine';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';
import { editedText, hostileText } from './hostile-texts';

const folder = tempFolder('fuzz-files');

const { address, html } = pageNamed('video-basket');
const har = {
  log: {
    creator: { name: 'x', version: '1' },
    entries: [
      {
        startedDateTime: '2026-11-24T02:00:00.000Z',
        request: { method: 'GET', url: address, headers: [{ name: 'sec-fetch-dest', value: 'document' }] },
        response: { status: 200, content: { mimeType: 'text/html', text: html.slice(0, 3000) } },
      },
    ],
  },
};

holdsFor(
  'HAR files',
  1500,
  fc.oneof(
    editedText([JSON.stringify(har)]),
    changedJson([har]).map((value) => JSON.stringify(value)),
  ),
  (text) => {
    const file = join(folder, 'a.har');
    writeFileSync(file, text);
    try {
      for (const line of judgeHar(file, rulebook, '0.1.0').lines) {
        const { host, page_host } = JSON.parse(line);
        for (const name of [host, page_host])
          if (typeof name === 'string') expect(name).toMatch(/^[a-z0-9_.-]+$/);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  },
);

holdsFor(
  'lines for the judge',
  4000,
  fc.oneof(
    fc
      .record({
        id: hostileValue,
        url: hostileAddress,
        date: fc.oneof(fc.constantFrom('2026-06-08', '2026-06-08T00:00Z'), hostileText),
      })
      .map((line) => JSON.stringify(line)),
    changedJson([{ id: 1, url: address, html: '<p>x</p>', date: '2026-06-08' }]).map((value) =>
      JSON.stringify(value),
    ),
    hostileText,
  ),
  (line) => {
    const answer = judgeLine(line, rulebook, '2026-11-24');
    expect(JSON.parse(JSON.stringify(answer))).toBeTruthy();
    if (!('error' in answer)) expectNoFalseYes(answer, (JSON.parse(line) as { url: string }).url);
  },
);

const bundle = await bundleWithNotes(await newKey());
holdsFor(
  'bundles, cut and overwritten',
  300,
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 12 }),
    isCut: fc.boolean(),
  }),
  async ({ at, bytes, isCut }) => {
    const changed = bundle.slice();
    const from = Math.floor(at * (bundle.length - 12));
    changed.set(bytes, from);
    const isSame = bytes.every((byte, index) => bundle[from + index] === byte);
    const { holds, checks, files } = await examine(isCut ? changed.slice(0, from) : changed);
    if (isSame || isCut) expect(holds).toBe(!isCut);
    // What fell into the container alone holds, and is noted: the files are whole.
    else if (holds) {
      expect(checks.some(({ outcome }) => outcome === 'noted')).toBe(true);
      for (const [name, content] of filesOf(bundle))
        expect(sameBytes(files.get(name) ?? content, content)).toBe(true);
    }
    expect(checks.length).toBeGreaterThan(0);
  },
);

holdsFor(
  'rulebook files',
  200,
  fc
    .constantFrom('hosts', 'signals', 'phases', 'events', 'statements', 'props')
    .chain((name) =>
      changedJson([rulebookFiles[name as keyof typeof rulebookFiles]], 2).map((value) => ({ name, value })),
    ),
  ({ name, value }) => {
    const checked = checkRulebook({ ...rulebookFiles, [name]: value });
    if (checked.ok) return;
    expect(checked.problems.length).toBeGreaterThan(0);
    for (const problem of checked.problems) expect(problem.problem).not.toBe('');
  },
);
