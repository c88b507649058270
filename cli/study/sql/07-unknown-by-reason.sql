-- Baskets that could not be read, a week, by what was looked for and why it was not read.
SELECT
  week,
  unread_what,
  unread_why,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM pages
WHERE analysed AND step = 'basket' AND basket = 'unknown' AND week IS NOT NULL
GROUP BY week, unread_what, unread_why
ORDER BY week NULLS LAST, unread_what NULLS LAST, unread_why NULLS LAST
