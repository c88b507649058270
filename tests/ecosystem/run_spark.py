"""Runs a study's SQL files on Spark: python run_spark.py STUDY OUT. One JSON file a query: its columns and rows."""

import datetime
import json
import os
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

study, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
os.chdir(study)
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "3g")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    # A demo's tables are small: 200 parts of a shuffle would take most of the time.
    .config("spark.sql.shuffle.partitions", "4")
    .getOrCreate()
)


def statements(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text().split(";\n") if part.strip()]


def plain(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


for statement in statements(study / "sql/load/spark.sql"):
    spark.sql(statement)
for file in sorted((study / "sql").glob("*.sql")):
    begun = time.monotonic()
    answer = spark.sql(file.read_text())
    rows = [[plain(value) for value in row] for row in answer.collect()]
    print(f"{file.stem} took {time.monotonic() - begun:.2f} s")
    (out / f"{file.stem}.json").write_text(json.dumps({"columns": answer.columns, "rows": rows}))
spark.stop()
