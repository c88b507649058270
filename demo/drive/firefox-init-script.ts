/**
 * For the browser's window: runs a script in each page of the extension before its own scripts, or only in those of
 * one tab. WebDriver BiDi runs its preload scripts in pages of the web only.
 * @param tab an expression for the tab's browser id, e.g. from its context
 */
export const initScript = (code: string, tab?: string): string => {
  const inProcess = `Services.obs.addObserver((window) => {
    const { browserId } = window.docShell?.browsingContext ?? {};
    if (ONLY && browserId !== ONLY) return;
    if (!window.location.href.startsWith('moz-extension:')) return;
    const sandbox = Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
    Cu.evalInSandbox(${JSON.stringify(inPage(code))}, sandbox);
  }, 'content-document-global-created');`;
  return `(() => {
    const script = 'const ONLY = ' + ${tab ? `(${tab})` : '0'} + ';' + ${JSON.stringify(inProcess)};
    Services.ppmm.loadProcessScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), true);
    return true;
  })()`;
};

/** What the script calls global shall be the page's own. */
const inPage = (code: string): string => `((globalThis) => { ${code} })(window)`;
