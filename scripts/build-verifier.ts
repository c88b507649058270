import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { fontModules, noticesText, thirdParties } from './release/third-party';

// The verifier as one HTML file that works from a disk: script and style inside, and a policy that allows nothing else.
const root = join(import.meta.dirname, '..');
const folder = join(root, '.output/verifier');
// As in wxt.config.ts: the same file whatever the shell says.
process.env.NODE_ENV = 'production';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const result = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [preact()],
  define: { 'import.meta.env.PROGRAM_VERSION': JSON.stringify(version) },
  build: {
    write: false,
    cssCodeSplit: false,
    modulePreload: false,
    // Fonts stand in the style itself.
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    rollupOptions: {
      input: join(root, 'entrypoints/verifier/alone.tsx'),
      output: { format: 'iife' },
    },
  },
});

const built = (Array.isArray(result) ? result : [result]).flatMap((one) =>
  'output' in one ? one.output : [],
);
const script = built
  .map((one) => (one.type === 'chunk' ? one.code : ''))
  .join('')
  // The end of a script is found before its language is known.
  .replaceAll('</script', '<\\/script')
  .trim();
const style = built
  .map((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? String(one.source) : ''))
  .join('')
  .trim();
const others = built.filter((one) => one.type === 'asset' && !one.fileName.endsWith('.css'));
if (script === '' || style === '' || others.length > 0)
  throw new Error(`The verifier is not one script and one style: ${built.map(({ fileName }) => fileName)}`);

// A comment holds any text but its own end.
const modules = built.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
const notices = noticesText(thirdParties([...fontModules, ...modules])).replaceAll('--', '- -');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  'img-src blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const html = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Di Balik Keranjang</title>
<style>${style}</style>
</head>
<body>
<div id="verifier"></div>
<script>${script}</script>
</body>
</html>
<!--
${notices}-->
`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'verify.html'), html);
console.log(`verifier: ${(html.length / 1000).toFixed(0)} kB in .output/verifier/verify.html`);
