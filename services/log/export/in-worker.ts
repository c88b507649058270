import browser from 'webextension-polyfill';
import type { ExportNews, ExportTask } from './export-task';

type Made<T extends ExportTask> = T extends { what: 'table' }
  ? Extract<ExportNews, { table: Blob }>
  : Extract<ExportNews, { files: readonly unknown[] }>;

/**
 * Does an export's work in a worker, beside the page: the page stays at hand, and the memory goes with the worker.
 *
 * @throws Error with the worker's own words
 */
export async function inWorker<T extends ExportTask>(
  task: T,
  onRow: (rows: number) => void,
): Promise<Made<T>> {
  const worker = new Worker(browser.runtime.getURL('export-worker.js'));
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ExportNews>) => {
        if ('rows' in data) onRow(data.rows);
        else if ('failed' in data) reject(new Error(data.failed));
        else resolve(data as Made<T>);
      };
      worker.onerror = ({ message }) => reject(new Error(message || 'the export’s worker cannot be started'));
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}
