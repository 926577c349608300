"""Which outlet has how much of its text from which other. Usage: copies.py OUT"""

import sys

import polars as pl

out = sys.argv[1]
reports = pl.scan_parquet(f"{out}/reports/*.parquet").select("report", "outlet")
copies = pl.scan_parquet(f"{out}/copies/*.parquet").filter(pl.col("label") != "shared quotes only")
table = (
    copies.join(reports, left_on="first", right_on="report")
    .join(reports, left_on="second", right_on="report", suffix="_second")
    .group_by("outlet", "outlet_second")
    .agg(pl.len().alias("pairs"), pl.col("part_first").mean().round(2), pl.col("part_second").mean().round(2))
    .sort("pairs", "outlet", "outlet_second", descending=[True, False, False])
)
print(table.head(20).collect())
