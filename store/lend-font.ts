import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fonts = join(import.meta.dirname, '../node_modules/@expo-google-fonts/plus-jakarta-sans');

/**
 * Gives the browsers started from here on the same font on every Linux, whatever is installed; elsewhere the system's
 * own stays. Returns how to undo it.
 */
export function lendFont(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'store-font-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}</cachedir>
<match target="pattern"><edit name="family" mode="append_last" binding="strong"><string>Plus Jakarta Sans</string></edit></match>
</fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
  return () => {
    delete process.env.FONTCONFIG_FILE;
    rmSync(folder, { recursive: true, force: true });
  };
}
