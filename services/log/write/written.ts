const channelName = 'record-written';
/** A page is written as many rows, one after another: they are told as one, in ms. */
const settling = 400;

/** Tells the open pages of the extension that rows were written. Nobody need listen. */
export function tellWritten(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls back soon after rows were written by another part of the extension, once for all that came together. */
export function onWritten(callback: () => unknown): void {
  let isSettling = false;
  new BroadcastChannel(channelName).onmessage = () => {
    if (isSettling) return;
    isSettling = true;
    setTimeout(() => {
      isSettling = false;
      callback();
    }, settling);
  };
}
