-- Pages at the basket, by their last judgement, of each person and week. A share's denominator is basket yes or
-- conflicting; unknown is in its bounds.
SELECT
  week,
  person,
  basket,
  processor,
  COUNT(*) AS n_pages
FROM pages
WHERE analysed AND step = 'basket' AND basket <> 'no' AND week IS NOT NULL
GROUP BY week, person, basket, processor
ORDER BY week NULLS LAST, person NULLS LAST, basket NULLS LAST, processor NULLS LAST
