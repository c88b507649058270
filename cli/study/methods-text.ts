import { codebook } from '../../core/log/codebook';
import type { StudyRequest } from './arguments';
import { checkList } from './finding';
import { grouped, type StageCount, type StudyCounts } from './study-counts';

const stage = (name: string, { packages, persons, rows }: StageCount): string =>
  `| ${name} | ${grouped(packages)} | ${grouped(persons)} | ${grouped(rows)} |`;

/** `methods.md`: how the study was made, in words that a paper can take over. */
export function methodsText({
  study,
  counts,
  request: { days, withHar },
}: {
  readonly study: string;
  readonly counts: StudyCounts;
  readonly request: Pick<StudyRequest, 'days' | 'withHar'>;
}): string {
  const fails = checkList.filter(({ level }) => level === 'fail').map(({ id }) => `\`${id}\``);
  const warns = checkList.filter(({ level }) => level === 'warn').map(({ id }) => `\`${id}\``);
  return `# How the study “${study}” was made

Observations of browsers, by the extension Di Balik Keranjang (schema ${codebook.schema_version}). Participants gave research packages of
their own making; nothing was sent by the extension. They are no sample of all buyers, and a browser on a computer is not
the TikTok app. A host contacted is evidence of contact, never of absence. “unknown” is an answer and is counted as one.

| stage | packages | persons | rows of events |
| --- | ---: | ---: | ---: |
${stage('received', counts.received)}
${stage('not withdrawn', counts.not_withdrawn)}
${stage('whole', counts.whole)}
${stage('merged (the latest of each participant)', counts.merged)}
${stage('analysed', counts.analysed)}

## Checking

Every package was checked by itself and against the others of its participant; \`checks.json\` names what did not hold, by
package, file and row. What fails leaves a package out: ${fails.join(', ')}. What warns keeps and flags it: ${warns.join(', ')}.
The study's days: ${days.from ?? 'not said'} to ${days.to ?? 'not said'}.

## Merging

Of each participant's packages the latest counts, whole: the one with the most rows, and of these the one that was revised
last. What was erased or withheld in it stays without content, and its place is kept. A page counts once, by its last
judgement, whenever it was made. Persons, not pages, are the sample: \`person\` joins the devices of one person. Walks saved
as HAR are marked \`source = 'har'\`, were not checked, and ${withHar ? 'count in main results, as was asked for' : 'do not count in main results'}.
Whoever withdrew is in no file of this study but in the number above.

## Reading it

\`data/\` holds Parquet, described in \`data/datapackage.json\` and \`dictionary.csv\`. Fields of class B are pseudonymous: they
are not for publication. Days and weeks (from Monday) are those of WIB, UTC+7.

\`\`\`sql
-- DuckDB
CREATE VIEW pages AS SELECT * FROM read_parquet('data/pages/*.parquet');
\`\`\`

\`\`\`r
# R
library(arrow)
pages <- open_dataset("data/pages")
\`\`\`

\`\`\`python
# Python
import pandas as pd
pages = pd.read_parquet("data/pages")
\`\`\`
`;
}
