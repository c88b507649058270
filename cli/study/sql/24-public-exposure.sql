-- For public/: persons whose recording was on in a week, their days and the pages they met.
SELECT
  week,
  CAST(COUNT(*) AS BIGINT) AS person_days,
  CAST(SUM(pages_met) AS BIGINT) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT week, person, day, SUM(pages) AS pages_met
  FROM exposure
  WHERE analysed AND week IS NOT NULL
  GROUP BY week, person, day
) AS days
GROUP BY week
ORDER BY week NULLS LAST
