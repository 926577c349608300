#!/usr/bin/env python3
"""Licences of the libraries that are linked into a program, as its own: licences.py PACKAGE TARGET [FEATURE…]

Prints each library with its licence and address, then every licence text once with the libraries that carry it. What a library's package
has no text of is named by its licence alone.
"""

import json
import os
import subprocess
import sys

NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT")


def linked(told, package):
    """The packages that are compiled into the program, in order of name and version."""
    by_id = {p["id"]: p for p in told["packages"]}
    nodes = {n["id"]: n for n in told["resolve"]["nodes"]}
    todo = [p["id"] for p in told["packages"] if p["name"] == package and p["source"] is None]
    seen = set()
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        for edge in nodes[here]["deps"]:
            if any(kind["kind"] is None for kind in edge["dep_kinds"]):
                todo.append(edge["pkg"])
    theirs = [by_id[i] for i in seen if by_id[i]["source"]]
    return sorted(theirs, key=lambda p: (p["name"], p["version"]))


def texts(package):
    """The licence texts in a package's folder."""
    folder = os.path.dirname(package["manifest_path"])
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.upper().startswith(NAMES) and os.path.isfile(path):
            with open(path, encoding="utf-8", errors="replace") as file:
                yield "\n".join(line.rstrip() for line in file.read().strip().splitlines())


def main(package, target, features):
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    if features:
        command += ["--features", ",".join(f"{package}/{f}" for f in features)]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    libraries = linked(told, package)
    carried = {}
    print(f"Libraries in {package}, with their licences\n")
    for library in libraries:
        name = f"{library['name']} {library['version']}"
        print(f"{name}: {library['license'] or 'as its text'} {library['repository'] or ''}".rstrip())
        for text in texts(library):
            carried.setdefault(text, []).append(name)
    for text, names in carried.items():
        print("\n" + "-" * 80 + "\n" + ", ".join(names) + "\n\n" + text)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
