-- How far flows went. Of a flow that was open at the export only the step so far is known: it is censored, not ended.
SELECT
  furthest_step,
  CASE WHEN end_reason = 'open' THEN 'open' ELSE 'ended' END AS state,
  COUNT(*) AS n_flows,
  COUNT(DISTINCT person) AS persons
FROM flows
WHERE analysed AND furthest_step IS NOT NULL
GROUP BY furthest_step, CASE WHEN end_reason = 'open' THEN 'open' ELSE 'ended' END
ORDER BY furthest_step NULLS LAST, state NULLS LAST
