-- Loads a study's data/ into Spark under the names that the numbered files use. Run it where data/ lies. k: see public/.
CREATE OR REPLACE TEMPORARY VIEW participants USING parquet OPTIONS (path 'data/participants');
CREATE OR REPLACE TEMPORARY VIEW events USING parquet OPTIONS (path 'data/events');
CREATE OR REPLACE TEMPORARY VIEW pages USING parquet OPTIONS (path 'data/pages');
CREATE OR REPLACE TEMPORARY VIEW contacts USING parquet OPTIONS (path 'data/contacts');
CREATE OR REPLACE TEMPORARY VIEW flows USING parquet OPTIONS (path 'data/flows');
CREATE OR REPLACE TEMPORARY VIEW rejudgements USING parquet OPTIONS (path 'data/rejudgements');
CREATE OR REPLACE TEMPORARY VIEW exposure USING parquet OPTIONS (path 'data/exposure');
CREATE OR REPLACE TEMPORARY VIEW exposure_pages USING parquet OPTIONS (path 'data/exposure_pages');
CREATE OR REPLACE TEMPORARY VIEW settings AS SELECT 5 AS k;
