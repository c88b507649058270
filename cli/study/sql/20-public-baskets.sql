-- For public/: pages at the basket a week, by who handles an order from them; unread where the basket is unknown.
SELECT
  week,
  answer,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT week, person, CASE WHEN basket = 'unknown' THEN 'unread' ELSE processor END AS answer
  FROM pages
  WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
  UNION ALL
  SELECT week, person, 'all' AS answer
  FROM pages
  WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
) AS answers
GROUP BY week, answer
ORDER BY week NULLS LAST, answer NULLS LAST
