-- A person's week: days and minutes of recording, pages met, baskets met, and how many could not be read.
SELECT
  person,
  week,
  CAST(SUM(days_on) AS BIGINT) AS days,
  CAST(SUM(minutes_on) AS BIGINT) AS minutes,
  CAST(SUM(pages_met) AS BIGINT) AS pages,
  CAST(SUM(baskets_met) AS BIGINT) AS baskets,
  CAST(SUM(baskets_unread) AS BIGINT) AS unread
FROM (
  SELECT
    person, week, COUNT(DISTINCT day) AS days_on, SUM(minutes_recorded) AS minutes_on, SUM(pages) AS pages_met,
    0 AS baskets_met, 0 AS baskets_unread
  FROM exposure
  WHERE analysed
  GROUP BY person, week
  UNION ALL
  SELECT
    person, week, 0 AS days_on, 0 AS minutes_on, 0 AS pages_met,
    SUM(CASE WHEN basket IN ('yes', 'conflicting') THEN 1 ELSE 0 END) AS baskets_met,
    SUM(CASE WHEN basket = 'unknown' THEN 1 ELSE 0 END) AS baskets_unread
  FROM pages
  WHERE analysed AND step = 'basket'
  GROUP BY person, week
) AS parts
WHERE week IS NOT NULL
GROUP BY person, week
ORDER BY person NULLS LAST, week NULLS LAST
