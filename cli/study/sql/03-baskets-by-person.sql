-- Pages at the basket, by their last judgement, of each person over the whole study.
SELECT
  person,
  basket,
  processor,
  COUNT(*) AS n_pages
FROM pages
WHERE analysed AND step = 'basket' AND basket <> 'no'
GROUP BY person, basket, processor
ORDER BY person NULLS LAST, basket NULLS LAST, processor NULLS LAST
