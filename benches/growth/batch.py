"""Draws what a report costs as an archive grows, from what `firsthand-batch run` said on stderr.

usage: batch.py OUT.svg REPORTS=LOG[+SECONDS]…

LOG has the lines of one run, stage by stage. SECONDS: time on cores of the first stage that was done by runs of their own (--shard).
Prints the same as a table: microseconds of a core for each report of each stage, memory, bytes written.
"""
import re, sys

from draw import sheet

LINE = re.compile(r"firsthand-batch: (\w+) \([\d.]+ s, ([\d.]+) s of cores, (\d+) MiB written, (\d+) MiB")
# Stages as they are drawn: name, stages of the run.
PARTS = [
    ("reading", ["extract"]),
    ("versions", ["fold"]),
    ("copies", ["habits", "prints", "pairs", "tally", "lend", "verify", "components", "groups"]),
    ("stories", ["windows", "stitch"]),
    ("accounts", ["fetch", "accounts"]),
]


def read(asked):
    reports, rest = asked.split("=", 1)
    log, _, more = rest.partition("+")
    rows = {m[1]: [float(m[2]), int(m[3]), int(m[4])] for m in map(LINE.match, open(log, encoding="utf-8")) if m}
    rows["extract"][0] += float(more or 0)
    parts = [(name, sum(rows[s][0] for s in stages if s in rows) / int(reports) * 1e6) for name, stages in PARTS]
    return int(reports), parts, max(r[2] for r in rows.values()), sum(r[1] for r in rows.values())


def table(runs):
    print("| reports | " + " | ".join(name for name, _ in PARTS) + " | all | memory | written |")
    print("| ---: |" + " ---: |" * (len(PARTS) + 3))
    for reports, parts, memory, written in runs:
        whole = sum(cost for _, cost in parts)
        cells = " | ".join(f"{cost:.0f}" for _, cost in parts)
        print(f"| {reports:,} | {cells} | {whole:.0f} | {memory} MiB | {written} MiB |")


def main(out, *asked):
    runs = sorted(read(a) for a in asked)
    table(runs)
    with open(out, "w", encoding="utf-8") as file:
        title = "microseconds of a core for each report"
        file.write(sheet([(title, [(n, dict(parts)) for n, parts, _, _ in runs], True)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
