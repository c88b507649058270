-- Which versions the judged pages come from.
SELECT
  what,
  version,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT 'browser' AS what, browser AS version, person FROM pages WHERE analysed AND step IS NOT NULL
  UNION ALL
  SELECT 'extension' AS what, ext_version AS version, person FROM pages WHERE analysed AND step IS NOT NULL
  UNION ALL
  SELECT 'rulebook' AS what, ruleset_version AS version, person FROM pages WHERE analysed AND step IS NOT NULL
) AS versions
GROUP BY what, version
ORDER BY what NULLS LAST, version NULLS LAST
