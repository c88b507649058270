-- For public/: persons whose recording was on in a week, their days and the pages they met; and how many persons met other
-- pages than those that 20 counts: fewer than k of them would be told by the difference of the two sums.
SELECT
  week,
  CAST(SUM(days) AS BIGINT) AS person_days,
  CAST(SUM(met) AS BIGINT) AS n_pages,
  COUNT(*) AS persons,
  COUNT(CASE WHEN met <> at_basket THEN 1 END) AS persons_apart
FROM (
  SELECT e.week AS week, e.days AS days, e.met AS met, COALESCE(b.n_pages, 0) AS at_basket
  FROM (
    SELECT week, person, COUNT(DISTINCT day) AS days, SUM(pages) AS met
    FROM exposure
    WHERE analysed AND week IS NOT NULL
    GROUP BY week, person
  ) AS e
  LEFT JOIN (
    SELECT week, person, COUNT(*) AS n_pages
    FROM pages
    WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
    GROUP BY week, person
  ) AS b ON e.week = b.week AND e.person = b.person
) AS people
GROUP BY week
ORDER BY week NULLS LAST
