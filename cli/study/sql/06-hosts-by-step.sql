-- Which hosts pages of a step were seen to contact: in how many flows, of how many persons. Contact, never absence.
SELECT
  met.step AS step,
  met.party AS party,
  met.host AS host,
  met.n_flows AS n_flows,
  met.persons AS persons,
  reached.n_flows AS flows_at_step,
  reached.persons AS persons_at_step
FROM (
  SELECT step, party, host, COUNT(DISTINCT flow_id) AS n_flows, COUNT(DISTINCT person) AS persons
  FROM contacts
  WHERE analysed AND step IS NOT NULL AND host IS NOT NULL
  GROUP BY step, party, host
) AS met
INNER JOIN (
  SELECT step, COUNT(DISTINCT flow_id) AS n_flows, COUNT(DISTINCT person) AS persons
  FROM (
    SELECT step, flow_id, person FROM pages WHERE analysed AND step IS NOT NULL
    UNION ALL
    SELECT step, flow_id, person FROM contacts WHERE analysed AND step IS NOT NULL
  ) AS steps
  GROUP BY step
) AS reached ON met.step = reached.step
ORDER BY step NULLS LAST, n_flows DESC NULLS LAST, host NULLS LAST, party NULLS LAST
