-- Loads a study's data/ into DuckDB under the names that the numbered files use. Run it where data/ lies. k: see public/.
CREATE VIEW participants AS SELECT * FROM read_parquet('data/participants/*.parquet');
CREATE VIEW events AS SELECT * FROM read_parquet('data/events/*.parquet');
CREATE VIEW pages AS SELECT * FROM read_parquet('data/pages/*.parquet');
CREATE VIEW contacts AS SELECT * FROM read_parquet('data/contacts/*.parquet');
CREATE VIEW flows AS SELECT * FROM read_parquet('data/flows/*.parquet');
CREATE VIEW rejudgements AS SELECT * FROM read_parquet('data/rejudgements/*.parquet');
CREATE VIEW exposure AS SELECT * FROM read_parquet('data/exposure/*.parquet');
CREATE VIEW exposure_pages AS SELECT * FROM read_parquet('data/exposure_pages/*.parquet');
CREATE VIEW settings AS SELECT 5 AS k;
