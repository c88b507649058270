-- For public/: judged pages a week by the family of the browser; its version is left out.
SELECT
  week,
  answer,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM (
  SELECT
    week, person,
    CASE
      WHEN browser LIKE 'Chromium%' THEN 'Chromium'
      WHEN browser LIKE 'Firefox%' THEN 'Firefox'
      WHEN browser LIKE 'Edg%' THEN 'Edge'
      ELSE 'other'
    END AS answer
  FROM pages
  WHERE analysed AND step IS NOT NULL AND week IS NOT NULL
  UNION ALL
  SELECT week, person, 'all' AS answer
  FROM pages
  WHERE analysed AND step IS NOT NULL AND week IS NOT NULL
) AS answers
GROUP BY week, answer
ORDER BY week NULLS LAST, answer NULLS LAST
