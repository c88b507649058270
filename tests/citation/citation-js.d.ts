/** The parts of citation-js that the tests use: it ships without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: string);
    readonly data: readonly Record<string, unknown>[];
    format(output: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
  }
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-cff';
