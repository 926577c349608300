"""Draws what a report costs as there are more of them, as SVG: both axes logarithmic, one line for each part."""
import math

COLOURS = ["#8c96a3", "#3d6d9e", "#c9772b", "#4b8a57", "#8a5aa0"]
WIDE, HIGH, LEFT, RIGHT, TOP, BELOW = 680, 300, 62, 150, 24, 40


def panel(title, runs, summed=True, lift=0):
    """One drawing, as lines of SVG. `runs` are pairs of a number of reports and the cost of each part, by name, in microseconds; the
    parts of every run are the same. Their sum is drawn too where there are several and they are `summed`. `lift` is how far down it is put."""
    runs = sorted(runs)
    names = list(runs[0][1])
    lines = [(name, [(n, parts[name]) for n, parts in runs]) for name in names]
    colours = dict(zip(names, COLOURS))
    if len(names) > 1 and summed:
        lines.insert(0, ("all", [(n, sum(parts.values())) for n, parts in runs]))
        colours["all"] = "#222222"
    lines = [(name, points) for name, points in lines if any(cost >= 1 for _, cost in points)]
    most = max(cost for _, points in lines for _, cost in points)
    least = max(1.0, min(cost for _, points in lines for _, cost in points if cost >= 1))
    first, last = math.log10(runs[0][0]), math.log10(runs[-1][0])
    ceiling, floor = math.ceil(math.log10(most)), math.floor(math.log10(least))
    ceiling += ceiling == floor
    x = lambda n: LEFT + (math.log10(n) - first) / (last - first or 1) * (WIDE - LEFT - RIGHT)
    y = lambda c: TOP + (ceiling - math.log10(max(c, 10**floor))) / (ceiling - floor) * (HIGH - TOP - BELOW)
    out = [f'<g transform="translate(0 {lift})">', f'<text x="8" y="14" fill="#333333">{title}</text>']
    for power in range(floor, ceiling + 1):
        at = y(10**power)
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDE - RIGHT}" stroke="#dddddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end" fill="#555555">{10**power:,}</text>')
    for reports, _ in runs:
        out.append(f'<text x="{x(reports):.1f}" y="{HIGH - 16}" text-anchor="middle" fill="#555555">{reports:,}</text>')
    taken = []
    for name, points in lines:
        colour = colours[name]
        path = "L".join(f"{x(n):.1f} {y(cost):.1f}" for n, cost in points)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{2.5 if name == "all" else 1.5}"/>')
        out.extend(f'<circle cx="{x(n):.1f}" cy="{y(cost):.1f}" r="3" fill="{colour}"/>' for n, cost in points)
        n, cost = points[-1]
        # Names at the ends of lines do not lie on one another.
        at = y(cost) + 4
        while any(abs(at - other) < 13 for other in taken):
            at += 1
        taken.append(at)
        out.append(f'<text x="{x(n) + 10:.1f}" y="{at:.1f}" fill="{colour}">{name} {cost:,.0f}</text>')
    return out + ["</g>"]


def sheet(panels):
    """A whole drawing of panels, one below the other: a title, its runs, and whether their parts are summed."""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH * len(panels)}" font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
    ]
    for n, (title, runs, summed) in enumerate(panels):
        out += panel(title, runs, summed, HIGH * n)
    return "\n".join(out + ["</svg>"]) + "\n"
