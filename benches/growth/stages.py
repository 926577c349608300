"""Measures what a report costs as an archive or a stream grows, and draws it.

usage: stages.py OUT.svg FIRSTHAND [--add COUNT] [--stream COUNT|FILE] [--folder FOLDER]

FIRSTHAND is the program. Grows an archive of invented reports (archive/invent.py) from a thousand to COUNT (100,000) tenfold at a time and takes the processor
time of `firsthand add` for each of the last thousand, and that of `stories` and of a `search` for a word that is in every report; and has firsthand-stream (benches/stream,
built first) fill a window up to its COUNT (1,000,000). Prints the same as tables.
"""
import argparse, pathlib, resource, subprocess, sys, tempfile

from draw import sheet

HERE = pathlib.Path(__file__).resolve().parent.parent
LAST = 1000


def spent(command, **more):
    """Seconds of processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def invent(folder, first, count):
    """A file of reports first … first + count."""
    path = folder / "reports.jsonl"
    with open(path, "wb") as out:
        subprocess.run([sys.executable, HERE / "archive/invent.py", str(count), str(first)], check=True, stdout=out)
    return path


def grow(firsthand, most, folder):
    """The archive: after each size, all runs of (reports, parts) so far for adding and for asking."""
    archive, held, adding, asking = folder / "growth.db", 0, [], []
    base = [firsthand, "add", "--quiet", "--archive", archive]
    ask = lambda *words: spent([firsthand, *words, "--archive", archive]) * 1e6
    size = 1000
    while size <= most:
        if size - LAST > held:
            spent(base + [invent(folder, held, size - LAST - held)])
            held = size - LAST
        last = invent(folder, held, size - held)
        adding.append((size, {"adding": spent(base + [last]) / (size - held) * 1e6}))
        held = size
        asking.append((size, {"newest stories": ask("stories", "--limit", "20"), "search": ask("search", "mayor")}))
        print(f"{size}\t{adding[-1][1]}\t{asking[-1][1]}", flush=True)
        yield adding, asking
        size *= 10


def stream(most):
    """The window of the stream, as firsthand-stream prints it; `most` may be a file that has what it printed before."""
    if not str(most).isdigit():
        return placed(open(most, encoding="utf-8").read())
    command = ["cargo", "run", "--quiet", "--release", "--manifest-path", HERE / "stream/Cargo.toml", "--", "grow", str(most)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    print(said)
    return placed(said)


def placed(said):
    """Runs of (reports, parts)."""
    rows = [line.split("\t") for line in said.splitlines() if line[:1].isdigit() and "\t" in line]
    return [(int(r[0]), {"sketching": float(r[2]), "placing": float(r[3]), "holding": float(r[4])}) for r in rows]


def main():
    typed = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    typed.add_argument("out")
    typed.add_argument("firsthand")
    typed.add_argument("--add", type=int, default=100_000)
    typed.add_argument("--stream", default="1000000")
    typed.add_argument("--folder")
    asked = typed.parse_args()
    titles = [
        "adding to an archive of so many reports: microseconds of a core for each report",
        "asking an archive of so many reports: microseconds of a core for each question, start of the program included",
        "grouping with so many reports in the window: microseconds of a core for each report",
    ]
    window = stream(asked.stream)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        # What is measured is drawn at once: a run that is broken off leaves a picture.
        for adding, asking in grow(asked.firsthand, asked.add, pathlib.Path(folder)):
            with open(asked.out, "w", encoding="utf-8") as file:
                file.write(sheet(list(zip(titles, [adding, asking, window], [True, False, True]))))


if __name__ == "__main__":
    main()
