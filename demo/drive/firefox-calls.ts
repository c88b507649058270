import type { Calls } from './calls';
import { addOnId, type FirefoxWindow } from './firefox-window';

/** In each process of pages: a script of ours in a page asks in the page's name, but its stack of calls names us. */
const inProcess = `Services.obs.addObserver((subject) => {
  let isOurs = false;
  for (let frame = Components.stack; frame && !isOurs; frame = frame.caller ?? frame.asyncCaller)
    isOurs = String(frame.filename).startsWith('moz-extension:');
  if (isOurs) Services.cpmm.sendAsyncMessage('calls-of-scripts', subject.QueryInterface(Ci.nsIChannel).URI.spec);
}, 'http-on-opening-request');`;

/** Has Firefox note each request of all its processes, with who started it; also one that leads nowhere. */
export const noteCalls = (window: FirefoxWindow): Promise<unknown> =>
  window.run(`(() => {
    const calls = (globalThis.callsSeen = { seen: 0, byExtension: [] });
    const isOurs = (principal) =>
      [principal?.addonPolicy, principal?.contentScriptAddonPolicy].some((policy) => policy?.id === '${addOnId}');
    globalThis.callsObserver = { observe: (subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType } = channel.loadInfo ?? {};
      calls.seen += 1;
      const isOpened = externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
      if (!isOpened && (isOurs(triggeringPrincipal) || isOurs(loadingPrincipal)))
        calls.byExtension.push(channel.URI.spec);
    } };
    Services.obs.addObserver(globalThis.callsObserver, 'http-on-modify-request');
    Services.ppmm.addMessageListener('calls-of-scripts', ({ data }) => void calls.byExtension.push(data));
    Services.ppmm.loadProcessScript('data:application/javascript;charset=utf-8,' + ${JSON.stringify(encodeURIComponent(inProcess))}, true);
    return true;
  })()`);

/** What was noted so far. */
export const callsNoted = async (window: FirefoxWindow): Promise<Calls> =>
  (await window.run('globalThis.callsSeen')) as Calls;
