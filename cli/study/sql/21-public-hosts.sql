-- For public/: hosts contacted a week and step. A host that fewer than k persons met in the whole study is "other".
SELECT
  week,
  step,
  party,
  host_shown,
  COUNT(DISTINCT flow_id) AS n_flows,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT
    c.week AS week, c.step AS step, c.flow_id AS flow_id, c.person AS person,
    CASE WHEN h.met_by >= s.k THEN c.party ELSE 'other' END AS party,
    CASE WHEN h.met_by >= s.k THEN c.host ELSE 'other' END AS host_shown
  FROM contacts AS c
  INNER JOIN (
    SELECT host, COUNT(DISTINCT person) AS met_by
    FROM contacts
    WHERE analysed AND step IS NOT NULL
    GROUP BY host
  ) AS h ON c.host = h.host
  CROSS JOIN settings AS s
  WHERE c.analysed AND c.step IS NOT NULL AND c.week IS NOT NULL
) AS shown
GROUP BY week, step, party, host_shown
ORDER BY week NULLS LAST, step NULLS LAST, party NULLS LAST, host_shown NULLS LAST
