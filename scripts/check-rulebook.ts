import { dayInWib } from '../core/calendar/read-moment';
import { rulebookFiles } from '../core/rulebook/built-in';
import { checkRulebook } from '../core/rulebook/check-rulebook';
import { factReport } from './fact-report';

// Checks the rulebook; lists its facts as well, unless a build only wants to know that it is whole (--quiet).
const check = checkRulebook(rulebookFiles);
if (check.ok) {
  const { about, regulations, provisions, statements, hosts, sources } = check.rulebook;
  if (!process.argv.includes('--quiet')) console.log(`${factReport(check.rulebook, dayInWib(Date.now()))}\n`);
  console.log(
    `rulebook ${about.version}, reviewed ${about.reviewed}: ${regulations.length} regulations, ${provisions.length} provisions, ${statements.length} statements, ${hosts.hosts.length} hosts, ${sources.length} sources, no fault`,
  );
} else {
  for (const { file, record, field, problem } of check.problems) {
    console.error(`${file}, record "${record}", field "${field}": ${problem}`);
  }
  console.error(`the rulebook has ${check.problems.length} fault(s)`);
  process.exit(1);
}
