import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bareScript, leanData } from './scripts/release/lean-data';
import { chunkOfPopup } from './scripts/release/popup-chunk';
import { fontModules, noticesText, thirdParties } from './scripts/release/third-party';

// The only hosts whose pages the extension may read. Each earns its place in docs/permissions.md.
const hosts = ['www.tiktok.com', 'shop.tiktok.com', 'shop-id.tokopedia.com', 'pay.tokopediax.com'];
const matches = hosts.map((host) => `https://${host}/*`);

// Some shells, and every test runner, say something else, and libraries would be built for that.
process.env.NODE_ENV = 'production';

export default defineConfig({
  imports: false,
  // Every browser that runs the extension knows modulepreload.
  vite: () => ({ plugins: [preact()], build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0 } }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      config.plugins = [leanData(entrypoints), bareScript(), config.plugins];
      const output = config.build?.rollupOptions?.output;
      // Scripts that go into a page are one file each anyway.
      if (config.build?.lib || output === undefined) return;
      Object.assign(output, { codeSplitting: { groups: [{ name: chunkOfPopup() }] } });
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT takes a page named "history" for one that replaces the browser's own. Ours does not.
      delete manifest.chrome_url_overrides;
    },
    'build:done': (wxt, output) => {
      const chunks = output.steps.flatMap(({ chunks }) => chunks).filter((chunk) => chunk.type === 'chunk');
      const notices = noticesText(
        thirdParties([...fontModules, ...chunks.flatMap(({ moduleIds }) => moduleIds)]),
      );
      writeFileSync(join(wxt.config.outDir, 'THIRD-PARTY.txt'), notices);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: {
      16: 'icon/plain-16.png',
      32: 'icon/plain-32.png',
      48: 'icon/plain-48.png',
      128: 'icon/plain-128.png',
    },
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: 'icon/plain-16.png', 24: 'icon/plain-24.png', 32: 'icon/plain-32.png' },
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+J' } },
      'capture-visible': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandCaptureVisible__',
      },
      'capture-full': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandCaptureFull__',
      },
    },
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting'],
    host_permissions: matches,
    // Asked for by a press in the logbook, never at installation; why is in docs/permissions.md.
    optional_permissions: ['webRequest'],
    optional_host_permissions: ['https://*/*'],
    content_scripts: [{ matches, js: ['page-reader.js'] }],
    content_security_policy: {
      // Nothing leaves the browser: no connection, no frame, no form, no remote image. A blob is a picture of our own
      // memory, such as the one in a bundle.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    // Firefox knows no schema and takes what the policy holds; services/settings/policy.ts checks every field anyway.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          // For ever, from the first upload on: with another id it would be another add-on, and what people keep would be lost.
          id: '{3942a69a-77cf-4a9a-9ece-da020e83ff1e}',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
