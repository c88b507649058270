-- For public/: pages at the basket a week by the family of the browser; its version is left out.
-- The same pages as in 20: another sum beside theirs would tell the pages in between, however few persons had them.
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
  WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
  UNION ALL
  SELECT week, person, 'all' AS answer
  FROM pages
  WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
) AS answers
GROUP BY week, answer
ORDER BY week NULLS LAST, answer NULLS LAST
