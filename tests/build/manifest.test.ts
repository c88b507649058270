import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import budgets from '../../bench/page/budgets.json' with { type: 'json' };
import { noPolicy, readPolicy } from '../../core/policy/read-policy';
import { addOnId } from '../../demo/drive/firefox-window';

const output = join(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('the build %s', (name) => {
  const folder = join(output, name);
  if (!existsSync(folder))
    throw new Error(`${folder} is absent: run "npm run build" first, as "npm test" does`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('asks for these rights and no other', () => {
    expect(manifest.permissions.toSorted()).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.host_permissions.toSorted()).toEqual([
      'https://pay.tokopediax.com/*',
      'https://shop-id.tokopedia.com/*',
      'https://shop.tiktok.com/*',
      'https://www.tiktok.com/*',
    ]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('takes no page of the browser’s own into its hands', () => {
    expect(manifest.chrome_url_overrides).toBeUndefined();
    expect(manifest.chrome_settings_overrides).toBeUndefined();
    expect(existsSync(join(folder, 'history.html'))).toBe(true);
  });

  test('may ask later, by a press in the logbook, for the browser’s list of requests and the hosts in it', () => {
    expect(manifest.optional_permissions).toEqual(['webRequest']);
    // A request shows only with the right to its host, and who takes the payment is what nobody knows beforehand.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  test('takes an organisation’s settings, by the schema that Chromium asks for', () => {
    expect(manifest.storage).toEqual(
      name === 'chrome-mv3' ? { managed_schema: 'managed-schema.json' } : undefined,
    );
    const schema = JSON.parse(readFileSync(join(folder, 'managed-schema.json'), 'utf8'));
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(noPolicy).toSorted());
    for (const [field, rule] of Object.entries<{ enum?: string[]; pattern?: string }>(schema.properties)) {
      // The schema and our own check let the same values through.
      for (const value of rule.enum ?? ['a', 'smp-1', '-a', 'A', '', 'x'.repeat(41)])
        expect(readPolicy({ [field]: value }).ignored.length === 0, `${field} ${value}`).toBe(
          rule.pattern === undefined || new RegExp(rule.pattern).test(value),
        );
    }
  });

  test('answers by one key and captures by two, which the person can change, named in both languages', () => {
    const { _execute_action: answer, ...commands } = manifest.commands;
    // The browser itself names the key that opens a popup.
    expect(answer).toEqual({ suggested_key: { default: 'Alt+Shift+J' } });
    expect(Object.keys(commands)).toEqual(['capture-visible', 'capture-full']);
    for (const language of ['id', 'en']) {
      const messages = JSON.parse(readFileSync(join(folder, `_locales/${language}/messages.json`), 'utf8'));
      for (const { description } of Object.values(commands) as { description: string }[])
        expect(messages[description.replace(/^__MSG_(.*)__$/, '$1')]?.message).toBeTruthy();
    }
  });

  test('brings the capture’s script into a page only while it is captured, without a framework', () => {
    expect(JSON.stringify(manifest)).not.toContain('page-layout');
    const script = readFileSync(join(folder, 'page-layout.js'));
    // Four of them follow what changes while the picture is taken.
    expect(script.byteLength).toBeLessThanOrEqual(16_400);
    expect(script.toString()).not.toMatch(
      /preact|polyfill|innerHTML|fetch\(|XMLHttpRequest|postMessage|createElement|setAttribute|append/,
    );
  });

  test('reads the top frame of the permitted hosts only', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    const [script] = manifest.content_scripts;
    expect(script.matches.toSorted()).toEqual(manifest.host_permissions.toSorted());
    expect(script.all_frames ?? false).toBe(false);
    expect(script.css).toBeUndefined();
  });

  test('lets its pages connect to nothing', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
  });

  test('ships the verifier of bundles as a page of its own, without a script inside the page', () => {
    const html = readFileSync(join(folder, 'verifier.html'), 'utf8');
    expect(html).toMatch(/<script type="module"[^>]+src="[^"]+"><\/script>/);
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });

  test('wakes a background that holds no more than its budget', () => {
    const { size } = statSync(join(folder, 'background.js'));
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThanOrEqual(budgets.backgroundBytes);
  });

  test('brings no more bytes into a page than its budget, and nothing of a framework', () => {
    const script = readFileSync(join(folder, 'page-reader.js'));
    expect(script.byteLength).toBeLessThanOrEqual(budgets.bytes);
    expect(script.toString()).not.toMatch(/preact|polyfill|innerHTML|fetch\(|XMLHttpRequest|postMessage/);
  });

  test('brings its counter of hosts into a page only while recording: it stands in no manifest, and is small', () => {
    expect(JSON.stringify(manifest)).not.toContain('host-observer');
    const script = readFileSync(join(folder, 'host-observer.js'));
    expect(script.byteLength).toBeLessThanOrEqual(2000);
    expect(script.toString()).not.toMatch(/preact|polyfill|innerHTML|fetch\(|XMLHttpRequest|postMessage/);
  });

  test('brings its note into a page only where one is due: it stands in no manifest, is small, and renders no markup', () => {
    expect(JSON.stringify(manifest)).not.toContain('page-note');
    const script = readFileSync(join(folder, 'page-note.js'));
    expect(script.byteLength).toBeLessThanOrEqual(7200);
    expect(script.toString()).not.toMatch(
      /preact|polyfill|innerHTML|insertAdjacent|fetch\(|XMLHttpRequest|postMessage|mode:\s*["'`]open/,
    );
  });

  test('brings its finder of personal data into a page only when it is captured, and it speaks to nobody', () => {
    expect(JSON.stringify(manifest)).not.toContain('personal-finder');
    const script = readFileSync(join(folder, 'personal-finder.js'));
    expect(script.byteLength).toBeLessThanOrEqual(66_000);
    expect(script.toString()).not.toMatch(
      /preact|polyfill|innerHTML|fetch\(|XMLHttpRequest|postMessage|sendMessage|localStorage|indexedDB/,
    );
  });

  test.each([
    ['state-shape', 27_200],
    ['page-redactor', 28_800],
  ])(
    'brings its script %s into a page only when a file is asked for, and it speaks to nobody',
    (script, most) => {
      expect(JSON.stringify(manifest)).not.toContain(script);
      const text = readFileSync(join(folder, `${script}.js`));
      expect(text.byteLength).toBeLessThanOrEqual(most);
      expect(text.toString()).not.toMatch(
        /preact|polyfill|innerHTML|fetch\(|XMLHttpRequest|postMessage|sendMessage|localStorage|indexedDB|createElement/,
      );
    },
  );
});

test('Firefox knows it by one id for ever: a GUID, which organisations name in their policies', () => {
  const { browser_specific_settings: settings } = JSON.parse(
    readFileSync(join(output, 'firefox-mv3/manifest.json'), 'utf8'),
  );
  expect(settings.gecko.id).toBe('{3942a69a-77cf-4a9a-9ece-da020e83ff1e}');
  expect(settings.gecko.id).toBe(addOnId);
  expect(readFileSync(join(import.meta.dirname, '../../docs/managed.md'), 'utf8')).toContain(`"${addOnId}"`);
});
