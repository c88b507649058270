-- What the first judgement of a page at the basket said, and what its last one does.
SELECT
  first_basket,
  first_processor,
  basket,
  processor,
  COUNT(*) AS n_pages,
  COUNT(DISTINCT person) AS persons
FROM pages
WHERE analysed AND step = 'basket'
GROUP BY first_basket, first_processor, basket, processor
ORDER BY first_basket NULLS LAST, first_processor NULLS LAST, basket NULLS LAST, processor NULLS LAST
