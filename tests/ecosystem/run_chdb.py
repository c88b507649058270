"""Runs a study's SQL files on chdb: python run_chdb.py STUDY OUT. One JSON file a query: its columns and rows."""

import json
import os
import sys
import time
from pathlib import Path

from chdb import session

study, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
os.chdir(study)
chdb = session.Session()


def statements(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text().split(";\n") if part.strip()]


for statement in statements(study / "sql/load/clickhouse.sql"):
    chdb.query(statement)
for file in sorted((study / "sql").glob("*.sql")):
    begun = time.monotonic()
    answer = json.loads(str(chdb.query(file.read_text(), "JSONCompact")))
    print(f"{file.stem} took {time.monotonic() - begun:.2f} s")
    columns = [column["name"] for column in answer["meta"]]
    types = [column["type"] for column in answer["meta"]]
    # 64-bit integers are written as texts.
    rows = [
        [int(value) if value is not None and "Int" in kind else value for value, kind in zip(row, types)]
        for row in answer["data"]
    ]
    (out / f"{file.stem}.json").write_text(json.dumps({"columns": columns, "rows": rows}))
