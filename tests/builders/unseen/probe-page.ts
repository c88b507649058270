import type { OtherHost } from '../../../demo/server';
import { pageNamed } from '../../../demo/shop/demo-pages';
import { armTraps } from './arm-traps';
import { gapScript } from './measure-gaps';
import type { Kept, Probe } from './probe';
import { probes } from './probes';

const basket = pageNamed('video-basket');
const policy = "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** What the probes of one page found, by their ids. */
export type Findings = Readonly<Record<string, unknown>>;

/**
 * The demo's video with a basket, whose first script arms every trap. It speaks to its own server by requests that wait
 * for an answer, so that no driver's code runs in the page.
 */
export class ProbePage {
  private readonly waiting = new Map<string, (command: string) => void>();
  private readonly asked = new Map<string, (told: Findings) => void>();
  /** Where the page looks for files of the extension. */
  root = '';
  private pages = 0;

  /** A new page's address, its sin in it. */
  address(sin = ''): { id: string; address: string } {
    this.pages += 1;
    const id = `page-${this.pages}`;
    return { id, address: `${basket.address}?probe=${id}&sin=${sin}` };
  }

  /** Has a page measure how long it waits at most while it loads. */
  async measureGap(open: (address: string) => Promise<unknown>, sin = ''): Promise<number> {
    const { id, address } = this.address(sin);
    const told = new Promise<Findings>((resolve) => this.asked.set(id, resolve));
    await open(`${address}&gaps`);
    return Number((await told).longest);
  }

  readonly host: OtherHost = {
    host: new URL(basket.address).host,
    answer: (path, _method, body) => {
      const url = new URL(path, basket.address);
      const id = url.searchParams.get('probe') ?? '';
      if (id === '') return null;
      const plain = { status: 200, headers: { 'content-type': 'text/plain' } };
      if (url.pathname === '/probe/next')
        return new Promise((resolve) =>
          this.waiting.set(id, (command) => resolve({ ...plain, body: command })),
        );
      if (url.pathname === '/probe/told')
        return body().then((text) => {
          this.asked.get(id)?.(JSON.parse(text));
          return { ...plain, body: '' };
        });
      const script = url.searchParams.has('gaps') ? gapScript(id) : pageScript(id, this.root);
      const html = basket.html.replace('<head>', `<head><script>${script}</script>`);
      return {
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy-report-only': policy,
        },
        body: html,
      };
    },
  };

  /** Has a page do something, and tells what its probes found since the last time. */
  async ask(id: string, command: 'look' | 'move'): Promise<Findings> {
    const told = new Promise<Findings>((resolve) => this.asked.set(id, resolve));
    const send = await new Promise<(command: string) => void>((resolve) => {
      const wait = () => {
        const found = this.waiting.get(id);
        if (found) resolve(found);
        else setTimeout(wait, 20);
      };
      wait();
    });
    this.waiting.delete(id);
    send(command);
    return told;
  }
}

/** The page's script: traps first, then it waits for its server's word. */
function pageScript(id: string, root: string): string {
  const looks = probes.map((probe) => `${JSON.stringify(probe.id)}: ${lookOf(probe)}`);
  return `(() => {
    const __name = (named) => named;
    const kept = (${armTraps})(${JSON.stringify(root)});
    (${answerServer})(kept, {${looks.join(',')}}, ${JSON.stringify(id)}, ${JSON.stringify(pageNamed('video-without-state').address)});
  })()`.replaceAll('</script', '<\\/script');
}

const lookOf = ({ look }: Probe): string => `(${look})`;

/** Runs in the page. */
function answerServer(
  kept: Kept,
  looks: Readonly<Record<string, (kept: Kept) => unknown>>,
  id: string,
  nextAddress: string,
): void {
  const serve = async (): Promise<void> => {
    for (;;) {
      const answer = await kept.fetch(`/probe/next?probe=${id}`);
      kept.isArmed = false;
      const command = await answer.text();
      if (command === 'move') kept.pushState(`${new URL(nextAddress).pathname}?probe=${id}`);
      const found: Record<string, unknown> = {};
      for (const [name, look] of Object.entries(looks)) {
        try {
          found[name] = command === 'look' ? await look(kept) : null;
        } catch (cause) {
          found[name] = `not looked: ${cause}`;
        }
      }
      for (const kind of Object.keys(kept.heard)) delete kept.heard[kind];
      await kept.fetch(`/probe/told?probe=${id}`, { method: 'POST', body: JSON.stringify(found) });
      kept.isArmed = true;
    }
  };
  window.addEventListener('load', () => void serve());
}
