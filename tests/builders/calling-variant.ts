import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { variantOf } from './manifest-variant';

/** Addresses that the copy asks for, by the part of the extension that asks. */
export const sinfulCalls = {
  background: 'https://www.tiktok.com/asked-by-background',
  page: 'https://www.tiktok.com/asked-by-page',
  popup: 'https://www.tiktok.com/asked-by-popup',
  picture: 'https://www.tiktok.com/asked-by-picture.png',
  script: 'https://www.tiktok.com/asked-by-script',
  elsewhere: 'https://nobody.example/asked-by-background',
} as const;

const ask = (address: string) => `;fetch(${JSON.stringify(address)}).catch(() => undefined);\n`;

/** A copy that does what the extension never does: every part of it asks the network for something. */
export const callingVariant = (extensionPath: string): string =>
  variantOf(extensionPath, (manifest, folder) => {
    manifest.content_security_policy.extension_pages =
      "script-src 'self'; connect-src https:; img-src https:";
    manifest.host_permissions.push('https://nobody.example/*');
    appendFileSync(join(folder, 'background.js'), ask(sinfulCalls.background) + ask(sinfulCalls.elsewhere));
    appendFileSync(join(folder, 'page-reader.js'), ask(sinfulCalls.script));
    writeFileSync(join(folder, 'popup-sin.js'), ask(sinfulCalls.popup));
    const picture = `new Image().src = ${JSON.stringify(sinfulCalls.picture)};`;
    writeFileSync(join(folder, 'logbook-sin.js'), ask(sinfulCalls.page) + picture);
    for (const name of ['popup', 'logbook']) {
      const file = join(folder, `${name}.html`);
      const html = readFileSync(file, 'utf8');
      writeFileSync(file, html.replace('</body>', `<script src="/${name}-sin.js"></script></body>`));
    }
  });
