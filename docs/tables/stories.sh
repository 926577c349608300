#!/bin/sh
# The stories with most reports, and how many origins stand behind them. Usage: stories.sh OUT
exec duckdb -c "
    SELECT s.story, u.headline, s.first_day, u.reports, u.origins, u.origins_possible, u.disputed
    FROM read_parquet('$1/stories/*.parquet') s
    JOIN read_parquet('$1/summaries/*.parquet') u USING (story)
    ORDER BY u.reports DESC, u.origins, s.story
    LIMIT 20"
