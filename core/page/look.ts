import type { LookRules } from './signal-rules';

/**
 * What stands in a page's place, as far as it can be told from what stands there.
 * The last three only count where a page of its kind must hold data that this one lacks: by themselves they are no fault.
 */
export const looks = [
  'challenge', // a check of the visitor, by whomever
  'log-in', // a form to log in
  'error', // an error page of a server, a delivery network or a browser
  'empty', // nothing to see
  'not-yet', // nothing to see, and it may still come
  'no-answer', // nothing could be asked: no script of ours runs there, or the page is too busy to answer
  'mhtml',
  'view-source',
  'utf-16',
  'pdf',
  'packed', // compressed, or no text at all
  'archive', // a web archive's container, or an answer with its headers
  'data', // data without its page
  'saved', // a page that some program saved in its own way
  'without-scripts', // a page that holds no script any more
  'too-little', // too short to be a page of its kind
] as const;
export type Look = (typeof looks)[number];

/** What is gathered from a document, node by node, until there is enough of it to be sure that it is a page. */
export class LookCollector {
  private title = '';
  private heading = '';
  private text = '';
  private marks = '';
  private comments = '';
  private nodes = 0;
  private scripts = 0;
  private data = 0;
  private asksPassword = false;

  constructor(private readonly rules: LookRules) {}

  /** Whether so much was seen that this is no stand-in, whatever else it holds. */
  isFull(): boolean {
    return this.nodes > this.rules.nodes || this.text.length > this.rules.characters;
  }

  /** An element, by its name in lower case and a way to ask for its attributes. */
  element(name: string, attribute: (name: string) => string | null | undefined): void {
    this.nodes += 1;
    if (name === 'script') this.scripts += 1;
    if (name === 'input' && attribute('type') === 'password') this.asksPassword = true;
    if (this.marks.length > this.rules.characters * 4) return;
    for (const asked of markAttributes) {
      const value = attribute(asked);
      if (value) this.marks += ` ${asked}="${value.slice(0, 200)}"`;
    }
  }

  /** A text and the name of the element it stands in. `isData` where that is a script of JSON. */
  texts(within: string, text: string, isData: boolean): void {
    this.nodes += 1;
    if (within === 'script') {
      if (isData) this.data += text.length;
      else this.marks += ` ${text.slice(0, 400)}`;
    } else if (within === 'title') this.title ||= folded(text);
    else if (!unseen.includes(within)) {
      const words = folded(text.slice(0, this.rules.characters * 2));
      if (within === 'h1' && words !== '') this.heading ||= words;
      if (words !== '') this.text += ` ${words}`;
    }
  }

  comment(text: string): void {
    this.nodes += 1;
    if (this.comments.length < this.rules.characters) this.comments += ` ${text.slice(0, 400)}`;
  }

  /** What this looks like; null for a page. */
  look(): Look | null {
    const { rules } = this;
    const text = this.text.trim();
    const isSaved = anyOf(rules.saved).test(this.comments);
    if (this.isFull()) return isSaved && this.data === 0 ? 'saved' : null;
    if (/^<(?:!doctype|html|head)\b/i.test(text)) return 'view-source';
    if (/=3D"/.test(this.marks) || /^(?:[\w-]+: .{0,200}){2}.*\bMIME-Version:/i.test(text)) return 'mhtml';
    if (!anyOf(rules.goods).test(text)) {
      const told = this.toldBy(text);
      if (told !== null) return told;
      if (text.length < rules.least || (text.length < 120 && anyOf(rules.loading).test(text))) return 'empty';
    }
    if (isSaved && this.scripts === 0) return 'saved';
    if (this.scripts === 0 && text.length > rules.least * 4) return 'without-scripts';
    return this.data < rules.data && text.length < rules.whole ? 'too-little' : null;
  }

  /** What the marks of a challenge, or the words of title, heading and beginning, say. */
  private toldBy(text: string): Look | null {
    const { marks, words } = this.rules;
    if (anyOf(marks).test(this.marks)) return 'challenge';
    const names = `${this.title}\n${this.heading}`;
    const said = `${names}\n${text.length < 600 ? text : text.slice(0, 200)}`;
    if (anyOf(words.challenge).test(said)) return 'challenge';
    if (anyOf(words['log-in']).test(names)) return 'log-in';
    if (anyOf(words.error).test(said)) return 'error';
    return this.asksPassword ? 'log-in' : null;
  }
}

const markAttributes = ['id', 'class', 'src', 'action', 'http-equiv', 'content', 'href'];
/** Elements whose text nobody sees. */
const unseen = ['style', 'noscript', 'template', 'head', 'iframe', 'object'];

const anyOf = (alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'imu');

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
