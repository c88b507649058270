import { rulebookFiles } from '../core/rulebook/built-in';
import { checkRulebook } from '../core/rulebook/check-rulebook';

const check = checkRulebook(rulebookFiles);
if (check.ok) {
  const { about, regulations, sources, hosts } = check.rulebook;
  console.log(
    `rulebook ${about.version}, reviewed ${about.reviewed}: ${regulations.length} regulations, ${hosts.hosts.length} hosts, ${sources.length} sources, no fault`,
  );
} else {
  for (const { file, record, field, problem } of check.problems) {
    console.error(`${file}, record "${record}", field "${field}": ${problem}`);
  }
  console.error(`the rulebook has ${check.problems.length} fault(s)`);
  process.exit(1);
}
