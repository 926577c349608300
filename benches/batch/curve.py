"""Draws what a report costs as an archive grows, from what `firsthand-batch run` said on stderr.

usage: curve.py OUT.svg REPORTS=LOG[+SECONDS]…

LOG has the lines of one run, stage by stage. SECONDS: time on cores of the first stage that was done by runs of their own (--shard).
Prints the same as a table: microseconds of a core for each report of each stage, memory, bytes written.
"""
import math, re, sys

LINE = re.compile(r"firsthand-batch: (\w+) \([\d.]+ s, ([\d.]+) s of cores, (\d+) MiB written, (\d+) MiB")
# Stages as they are drawn: name, stages of the run.
PARTS = [
    ("reading", ["extract"]),
    ("versions", ["fold"]),
    ("copies", ["habits", "prints", "pairs", "tally", "lend", "verify", "components", "groups"]),
    ("stories", ["windows", "stitch"]),
    ("accounts", ["fetch", "accounts"]),
]
COLOURS = ["#8c96a3", "#3d6d9e", "#c9772b", "#4b8a57", "#8a5aa0"]


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


def draw(runs):
    wide, high, left, top, below = 640, 300, 62, 24, 40
    lines = [(name, [(n, dict(parts)[name]) for n, parts, _, _ in runs]) for name, _ in PARTS]
    lines = [("all", [(n, sum(c for _, c in parts)) for n, parts, _, _ in runs])] + lines
    lines = [(name, points) for name, points in lines if any(cost >= 1 for _, cost in points)]
    most = max(cost for _, points in lines for _, cost in points)
    least = max(1.0, min(cost for _, points in lines for _, cost in points if cost >= 1))
    first, last = math.log10(runs[0][0]), math.log10(runs[-1][0])
    ceiling, floor = math.ceil(math.log10(most)), math.floor(math.log10(least))
    x = lambda n: left + (math.log10(n) - first) / (last - first or 1) * (wide - left - 110)
    y = lambda c: top + (ceiling - math.log10(max(c, 10**floor))) / (ceiling - floor or 1) * (high - top - below)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        '<text x="8" y="14" fill="#333333">microseconds of a core for each report</text>',
    ]
    for power in range(floor, ceiling + 1):
        at = y(10**power)
        out.append(f'<path d="M{left} {at:.1f}H{wide - 110}" stroke="#dddddd"/>')
        out.append(f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end" fill="#555555">{10**power:,}</text>')
    for reports, *_ in runs:
        out.append(f'<text x="{x(reports):.1f}" y="{high - 16}" text-anchor="middle" fill="#555555">{reports:,}</text>')
    colours = ["#222222"] + COLOURS
    names = ["all"] + [name for name, _ in PARTS]
    for name, points in lines:
        colour = colours[names.index(name)]
        path = "L".join(f"{x(n):.1f} {y(cost):.1f}" for n, cost in points)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{2.5 if name == "all" else 1.5}"/>')
        out.extend(f'<circle cx="{x(n):.1f}" cy="{y(cost):.1f}" r="3" fill="{colour}"/>' for n, cost in points)
        n, cost = points[-1]
        out.append(f'<text x="{x(n) + 10:.1f}" y="{y(cost) + 4:.1f}" fill="{colour}">{name} {cost:,.0f}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


def main(out, *asked):
    runs = sorted(read(a) for a in asked)
    table(runs)
    with open(out, "w", encoding="utf-8") as file:
        file.write(draw(runs))


if __name__ == "__main__":
    main(*sys.argv[1:])
