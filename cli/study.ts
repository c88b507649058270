import { studyCommand } from './study/study-command';
import { runInProcess } from './terminal';

// What was asked for is on the disk: it is finished however early a reader leaves.
await runInProcess(studyCommand, false);
