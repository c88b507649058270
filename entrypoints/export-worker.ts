import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reasonOf } from '../services/browser/browser-errors';
import { type ExportNews, type ExportTask, runExportTask } from '../services/log/export/export-task';

/** A worker of the logbook's page: does one export, tells how far it is, and is gone. */
export default defineUnlistedScript(() => {
  const tell = (news: ExportNews) => postMessage(news);
  addEventListener('message', async ({ data }: MessageEvent<ExportTask>) => {
    const failed = (cause: unknown): ExportNews => ({
      failed: reasonOf(cause),
    });
    tell(await runExportTask(data, (rows) => tell({ rows })).catch(failed));
  });
});
