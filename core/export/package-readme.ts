import type { PackageAbout } from './describe-package';

/** The tables of a package, each of which has its own folder. */
export const packageTables = ['events', 'flows', 'exposure', 'exposure_pages', 'rejudgements'] as const;

/**
 * One table of many packages. Of each participant's exports the latest counts, whole: the one with the most rows, and of
 * these the one that was revised last. So what was exported twice is there once, erased where it was erased since, and
 * back where it was released.
 */
export const mergeQuery = (table: (typeof packageTables)[number]): string =>
  `SELECT * FROM read_parquet('*/${table}/**/*.parquet', hive_partitioning=true, union_by_name=true)
WHERE export_id IN (SELECT last(export_id ORDER BY last_n, revision, created) FROM read_json('*/datapackage.json',
  columns={study_id:'VARCHAR', participant_id:'VARCHAR', export_id:'VARCHAR', last_n:'BIGINT', revision:'BIGINT', created:'VARCHAR'})
  GROUP BY study_id, participant_id)`;

/** Rows whose text was changed, rows that do not follow the one before, and places that are missing. */
export const chainQuery = `WITH linked AS (
  SELECT *, lag(chain, 1, repeat('0', 64)) OVER (ORDER BY n) AS before, lag(n, 1, 0) OVER (ORDER BY n) AS n_before
  FROM read_json('chain.ndjson.gz', format='newline_delimited', columns={n:'BIGINT', salt:'VARCHAR', body:'VARCHAR',
    leaf:'VARCHAR', chain:'VARCHAR', erased:'VARCHAR'}))
SELECT count(*) FILTER (WHERE erased IS NULL AND sha256(salt || body) <> leaf) AS bad_leaves,
  count(*) FILTER (WHERE sha256(before || leaf) <> chain) AS bad_links,
  count(*) FILTER (WHERE n <> n_before + 1) AS gaps, count(*) AS rows FROM linked`;

/** The README.txt of a research package: what is in it, how to merge it, how to check it without us. */
export const packageReadme = ({
  study,
  participant,
  exportId,
}: PackageAbout): string => `DI BALIK KERANJANG (BEHIND THE BASKET): RESEARCH PACKAGE
study ${study}, participant ${participant}, export ${exportId}

WHAT IS IN IT
events/    one row is one event, Parquet, in folders by study and day in WIB (UTC+7)
flows/     one row is one attempt to buy, worked out from the events and from nothing else
exposure/  one row is one day on which recording was on: minutes recorded, pages met
exposure_pages/  one row is a day, a kind of page and a judgement of its basket, "no" among them: how many pages
rejudgements/  one row is one judgement of the events, made again by the rules in force at the export, beside the first one
codebook.csv       every field: type, unit, values, meaning, class (A may be published, B is pseudonymous)
chain.ndjson.gz    the rows as they were hashed, place by place, with leaf and salt: pseudonymous, not for publication
checkpoints.ndjson signed heads of the chain: show whether its end was cut off
datapackage.json   Data Package 2.0: every file with size, SHA-256, number of rows and fields

READ THIS BEFORE YOU COUNT
- Participants are not a sample of all buyers, and a browser on a computer is not the TikTok app.
- "unknown" is an answer. An unread row says what could not be read; it never means that nothing was there.
- host_contacted is evidence of contact, never of absence: workers, frames and some requests are not seen. The same
  contact can stand there twice, once for each way of seeing it (contact_source).
- processor is the rulebook's answer to who handles an order placed from the page. It is no legal finding.
- Rows that the participant erased or withheld keep their place (n, chain, erased) and whose they are, nothing else.
- An erased or withheld row without a day of its own stands in the folder of the rows around it.

MERGE SEVERAL PACKAGES (DuckDB)
Unzip each into a folder of its own, all of them side by side, and run from there, a line for each table:

${packageTables.map(mergeQuery).join('\n\n')}

Of each participant's exports the latest counts, whole: the one with the highest last_n in its datapackage.json, and of
these the one with the highest revision, which goes up each time something is erased, withheld or released, and when an
export says something else although no row came.

CHECK IT (from a package's own folder; no tool of ours)
sha256sum datapackage.json    (must equal "hash" in datapackage-digest.json, and each file its "hash" in datapackage.json)
openssl dgst -sha256 -verify pubkey.pem -signature datapackage.json.sig datapackage.json
The chain, in DuckDB: bad_leaves, bad_links and gaps must be 0.

${chainQuery}

A checkpoint signs the text "<n> <chain> <created>"; "sig" is DER in base64, for openssl as above.
The key shows that the same installation signed, not who sat there. Its owner could make a whole chain anew: only an
earlier export, or a checkpoint held by somebody else, shows that.

DALAM BAHASA INDONESIA
Isi paket ini adalah pengamatan dari satu browser, bukan contoh dari semua pembeli. "unknown" berarti tidak terbaca,
bukan tidak ada. Baris yang dihapus atau ditahan oleh peserta tetap punya tempat di rantai, tanpa isi. Arti setiap
kolom ada di codebook.csv.
`;
