-- Rows of each person that say nothing any more, the checks that warn of their packages, and from when to when they are.
SELECT
  person,
  source,
  flags,
  COUNT(*) AS devices,
  CAST(SUM(n_rows) AS BIGINT) AS rows_in_all,
  CAST(SUM(n_erased) AS BIGINT) AS rows_erased,
  CAST(SUM(n_withheld) AS BIGINT) AS rows_withheld,
  CAST(SUM(n_days) AS BIGINT) AS days_on,
  MIN(first_day) AS begun,
  MAX(last_day) AS seen_last
FROM participants
WHERE analysed
GROUP BY person, source, flags
ORDER BY person NULLS LAST, source NULLS LAST, flags NULLS LAST
