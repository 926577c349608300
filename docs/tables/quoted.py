"""Who is quoted most, and by how many outlets. Usage: quoted.py OUT"""

import sys

import pandas as pd

out = sys.argv[1]
reports = pd.read_parquet(f"{out}/reports", columns=["report", "newest", "outlet"])
reports = reports[reports.report == reports.newest]
statements = pd.read_parquet(f"{out}/statements", columns=["report", "speaker", "attribution"])
quoted = statements[statements.attribution == "quoted"].merge(reports, on="report")
table = quoted.groupby("speaker").agg(statements=("report", "size"), outlets=("outlet", "nunique"))
print(table.sort_values(["outlets", "statements"], ascending=False).head(20).to_string())
