-- Which rulebook made the last judgement of each week's pages.
SELECT
  week,
  ruleset_version,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM pages
WHERE analysed AND step IS NOT NULL AND week IS NOT NULL
GROUP BY week, ruleset_version
ORDER BY week NULLS LAST, ruleset_version NULLS LAST
