-- All pages that recording met, also outside flows, by kind and whether a basket was there: the denominator.
SELECT
  kind,
  basket,
  CAST(SUM(pages) AS BIGINT) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM exposure_pages
WHERE analysed
GROUP BY kind, basket
ORDER BY kind NULLS LAST, basket NULLS LAST
