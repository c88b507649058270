-- Loads a study's data/ into ClickHouse (clickhouse-local, chdb) under the names that the numbered files use. Run it where data/ lies. k: see public/.
SET join_use_nulls = 1;
CREATE VIEW participants AS SELECT * FROM file('data/participants/*.parquet', 'Parquet');
CREATE VIEW events AS SELECT * FROM file('data/events/*.parquet', 'Parquet');
CREATE VIEW pages AS SELECT * FROM file('data/pages/*.parquet', 'Parquet');
CREATE VIEW contacts AS SELECT * FROM file('data/contacts/*.parquet', 'Parquet');
CREATE VIEW flows AS SELECT * FROM file('data/flows/*.parquet', 'Parquet');
CREATE VIEW rejudgements AS SELECT * FROM file('data/rejudgements/*.parquet', 'Parquet');
CREATE VIEW exposure AS SELECT * FROM file('data/exposure/*.parquet', 'Parquet');
CREATE VIEW exposure_pages AS SELECT * FROM file('data/exposure_pages/*.parquet', 'Parquet');
CREATE VIEW settings AS SELECT 5 AS k;
