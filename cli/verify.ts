import { runInProcess } from './terminal';
import { verifyCommand } from './verify-command';

// The answer is in the exit code too, so it is given however early a reader leaves.
await runInProcess(verifyCommand, false);
