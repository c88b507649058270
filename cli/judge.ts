import { judgeCommand } from './judge-command';
import { runInProcess } from './terminal';

await runInProcess(judgeCommand, true);
