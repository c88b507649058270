-- For public/: flows that began in a week, by the furthest step; open where the export came before the end.
SELECT
  week,
  answer,
  COUNT(*) AS n_flows,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT week, person, CASE WHEN end_reason = 'open' THEN 'open' ELSE furthest_step END AS answer
  FROM flows
  WHERE analysed AND furthest_step IS NOT NULL AND week IS NOT NULL
  UNION ALL
  SELECT week, person, 'all' AS answer
  FROM flows
  WHERE analysed AND furthest_step IS NOT NULL AND week IS NOT NULL
) AS answers
GROUP BY week, answer
ORDER BY week NULLS LAST, answer NULLS LAST
