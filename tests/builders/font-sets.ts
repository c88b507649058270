import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import sources from '../../components/look/fonts/sources.json' with { type: 'json' };
import { charactersOf } from '../../scripts/release/font-characters';

const root = join(import.meta.dirname, '../..');

/** What a browser may find installed: all that this machine has, or one font alone, the first wider than the second. */
export const fontSets = ['of the machine', 'signs', 'fixed'] as const;
export type FontSet = (typeof fontSets)[number];

/**
 * Runs something where only the fonts of a set are installed, as fontconfig on Linux tells browsers that start
 * there; how letters are smoothed and hinted stays the machine's. */
export async function withFonts<T>(set: FontSet, run: () => Promise<T>): Promise<T> {
  const source = sources.find(({ name }) => name === set);
  if (source === undefined) return run();
  const folder = mkdtempSync(join(tmpdir(), 'font-set-'));
  const file = readFileSync(join(root, 'node_modules', source.package, source.file));
  const only = await subsetFont(file, charactersOf('latin'), { targetFormat: 'truetype' });
  writeFileSync(join(folder, 'only.ttf'), only);
  const config = join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir>
<include ignore_missing="yes">/etc/fonts/conf.d</include></fontconfig>`,
  );
  const before = process.env.FONTCONFIG_FILE;
  process.env.FONTCONFIG_FILE = config;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = before;
    rmSync(folder, { recursive: true, force: true });
  }
}
