import { join } from 'node:path';
import type { DrivenPage } from './drive/driver';

/** Presses what saves a file, and puts that into a folder, under its own name or another. @returns its path */
export async function savedBy(
  page: DrivenPage,
  press: string,
  folder: string,
  name?: string,
): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(press)]);
  const path = join(folder, name ?? file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
