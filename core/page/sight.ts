import type { SignalRules } from './signal-rules';

/**
 * What is seen of a document that holds no state: short, and enough to tell a page from what stands in its place
 * (core/page/look.ts). Of a long document nothing but what it is called, its comments and its data's size.
 */
export interface Sight {
  readonly title: string;
  readonly heading: string;
  /** The visible text. */
  readonly text: string;
  /** What its parts are called, and how its scripts begin. */
  readonly marks: string;
  readonly comments: string;
  readonly scripts: number;
  /** Characters of JSON in scripts of their own, and of programs that hold JSON. */
  readonly data: number;
  readonly program: number;
  readonly asksPassword: boolean;
  /** False for a file that does not begin as a page does. */
  readonly isMarkup?: boolean | undefined;
  /** Whether it is longer than anything that stands in a page's place. */
  readonly isLong: boolean;
}

const markAttributes = ['id', 'class', 'name', 'src', 'action', 'http-equiv', 'content', 'href'];
/** Elements whose text nobody sees. */
const unseen = ['style', 'noscript', 'template', 'head', 'iframe', 'object'];
const nameCharacters = 300;

/** Gathers a sight from a document, node by node, until there is enough of it to be sure that it is a page. */
export interface SightCollector {
  /** Whether so much was seen that this is no stand-in, whatever else it holds. */
  isLong(): boolean;
  /** An element, by its name in lower case and a way to ask for its attributes. */
  element(name: string, attribute: (name: string) => string | null | undefined): void;
  /** A text and the name of the element it stands in. `isData` where that is a script of JSON. */
  texts(within: string, text: string, isData: boolean): void;
  comment(text: string): void;
  sight(): Sight;
}

/** Begins a sight. A function over its own variables, not a class: their names cost no bytes in a page. */
export function collectSight({ sightNodes, sightCharacters }: SignalRules['limits']): SightCollector {
  let [title, heading, seen, marks, comments] = ['', '', '', '', ''];
  let [nodes, scripts, data, program] = [0, 0, 0, 0];
  let asksPassword = false;
  const isLong = () => nodes > sightNodes || seen.length > sightCharacters;
  const mark = (text: string): void => {
    marks = `${marks} ${text}`.slice(0, sightCharacters * 4);
  };
  return {
    isLong,
    element(name, attribute) {
      nodes += 1;
      if (name === 'script') scripts += 1;
      if (name === 'input' && attribute('type') === 'password') asksPassword = true;
      for (const asked of markAttributes) {
        const value = attribute(asked);
        if (value) mark(`${asked}="${value.slice(0, 200)}"`);
      }
    },
    texts(within, text, isData) {
      nodes += 1;
      if (within === 'script') {
        if (isData) data += text.length;
        else {
          mark(text.slice(0, 400));
          if (text.includes('{"')) program += text.length;
        }
        return;
      }
      const words = folded(text.slice(0, sightCharacters * 2));
      if (within === 'title') title ||= words.slice(0, nameCharacters);
      else if (!unseen.includes(within) && words !== '') {
        if (within === 'h1') heading ||= words.slice(0, nameCharacters);
        seen += ` ${words}`;
      }
    },
    comment(text) {
      nodes += 1;
      comments = `${comments} ${text.slice(0, 400)}`.slice(0, sightCharacters);
    },
    sight() {
      const long = isLong();
      if (long) seen = marks = '';
      return {
        title,
        heading,
        text: seen.trim(),
        marks,
        comments,
        scripts,
        data,
        program,
        asksPassword,
        isLong: long,
      };
    },
  };
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
