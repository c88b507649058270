-- Pages at the basket judged again at the export, by the rules in force then, beside the first answer; by person.
SELECT
  r.person AS person,
  r.first_basket AS first_basket,
  r.first_processor AS first_processor,
  r.new_basket AS new_basket,
  r.new_processor AS new_processor,
  COUNT(*) AS n_pages
FROM rejudgements AS r
INNER JOIN pages AS p ON r.flow_id = p.flow_id AND r.page = p.page
WHERE r.analysed AND r.is_last AND p.step = 'basket'
GROUP BY r.person, r.first_basket, r.first_processor, r.new_basket, r.new_processor
ORDER BY
  person NULLS LAST, first_basket NULLS LAST, first_processor NULLS LAST, new_basket NULLS LAST,
  new_processor NULLS LAST
