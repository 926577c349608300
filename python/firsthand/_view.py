"""How accounts and answers look in a notebook, and as tables."""

from __future__ import annotations

from html import escape
from typing import Any, Dict, List

STYLE = (
    "<style>.fh{font:14px/1.45 system-ui,sans-serif;max-width:60em}.fh h3{margin:.2em 0}.fh table{border-collapse:collapse}"
    ".fh td,.fh th{padding:.2em .8em .2em 0;text-align:left;vertical-align:top;border-bottom:1px solid #8884}"
    ".fh small{opacity:.75}</style>"
)
# So many rows fit a screen; the rest is counted.
ROWS = 12


def names(account: Any) -> Dict[str, str]:
    """What origins and reports are called."""
    out = {o["id"]: o["name"] for o in account.data["origins"]}
    for report in account.data["reports"]:
        out[report["id"]] = report.get("outlet") or report["location"]
    return out


def count(support: Dict[str, Any]) -> str:
    """How many origins: `2`, `1 to 5`, or that it was not measured."""
    if support["measure"] == "unmeasured":
        return "not measured"
    low, high = support["certain"], support["possible"]
    text = str(low) if low == high else f"{low} to {high}"
    return text + (" (partial)" if support["measure"] == "partial" else "")


def notebook(account: Any) -> str:
    """Finding, then points with their answers, who gives them and from how many origins."""
    called = names(account)
    rows: List[str] = []
    points = account.data["points"]
    for point in points[:ROWS]:
        for n, variant in enumerate(point["variants"]):
            head = f"<td>{escape(point['label'])}</td><td>{escape(point['status'])}</td>" if n == 0 else "<td></td><td></td>"
            outlets = ", ".join(called.get(r, r) for r in variant["reports"])
            rows.append(
                f"<tr>{head}<td>{escape(str(variant['value']))}</td><td>{escape(outlets)}</td>"
                f"<td>{escape(count(variant['support']))}</td></tr>"
            )
    rest = f"<p><small>and {len(points) - ROWS} more points</small></p>" if len(points) > ROWS else ""
    return (
        f"{STYLE}<div class='fh'><h3>{escape(account.headline)}</h3><p>{escape(account.finding)}</p>"
        "<table><tr><th>point</th><th>status</th><th>answer</th><th>reports</th><th>origins</th></tr>"
        f"{''.join(rows)}</table>{rest}</div>"
    )


def answer(answer: Dict[str, Any]) -> str:
    """Verdict and finding, then the sentences of each side."""
    sides: List[str] = []
    for side in answer["sides"]:
        said = "".join(
            f"<li>{escape(s['passage']['text'])} <small>{escape(s['chain'][0] if s['chain'] else '')}</small></li>"
            for s in side["statements"][:ROWS]
        )
        sides.append(f"<p><b>{escape(side['stance'])}</b></p><ul>{said}</ul>")
    return (
        f"{STYLE}<div class='fh'><h3>{escape(answer['claim']['text'])}</h3>"
        f"<p><b>{escape(answer['verdict'])}</b>: {escape(answer['finding'])}</p>{''.join(sides)}</div>"
    )


def statements_frame(account: Any) -> Any:
    """The statements, a row each."""
    import pandas

    called = names(account)

    def row(s: Dict[str, Any]) -> Dict[str, Any]:
        chain = s["attribution"]
        return {
            "statement": s["id"],
            "report": s["report"],
            "outlet": called.get(s["report"]),
            "sentence": account.sentence(s["passage"], s["report"]),
            "predicate": s["predicate"]["lemma"],
            "time": (s["time"] or {}).get("value"),
            "origin": called.get(s["origin"]),
            "own": s.get("own", False),
            "attributed": bool(chain),
            "polarity": s["polarity"],
            "certainty": s["certainty"],
            "event": s["event"],
        }

    return pandas.DataFrame([row(s) for s in account.data["statements"]])


def points_frame(account: Any) -> Any:
    """The answers to every point, a row each."""
    import pandas

    called = names(account)
    rows = [
        {
            "point": p["id"],
            "label": p["label"],
            "slot": p["slot"],
            "status": p["status"],
            "answer": v["value"],
            "outlets": [called.get(r, r) for r in v["reports"]],
            "origins": v["support"]["certain"],
            "origins_possible": v["support"]["possible"],
            "measure": v["support"]["measure"],
        }
        for p in account.data["points"]
        for v in p["variants"]
    ]
    return pandas.DataFrame(rows)
