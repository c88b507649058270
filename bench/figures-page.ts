import { stripVTControlCharacters } from 'node:util';

/** What a bench printed, on which day (YYYY-MM-DD) and on what machine. */
export interface Figures {
  readonly day: string;
  readonly machine: string;
  readonly printed: string;
}

const part = /<!-- (np[mx] .+?) -->\n[\s\S]*?<!-- end -->/g;

/** The commands whose output docs/figures.md holds, in its order. */
export const commandsOf = (page: string): readonly string[] =>
  [...page.matchAll(part)].map(([, command = '']) => command);

/** The page with the figures of one command in the place of its former ones. */
export const withFigures = (page: string, command: string, { day, machine, printed }: Figures): string =>
  page.replace(part, (former, name) => {
    if (name !== command) return former;
    const text = stripVTControlCharacters(printed).trim();
    return `<!-- ${command} -->\n\n\`${command}\` on ${day}, ${machine}:\n\n\`\`\`text\n${text}\n\`\`\`\n\n<!-- end -->`;
  });
