"""datasketch and rensa over the texts of a file of JSON lines: MinHash (128) over five words, banded at Jaccard 0.5, every text
put in, then every text asked for. Prints a line `name texts seconds` for each."""
import json
import re
import sys
import time
from importlib.metadata import version

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

WORD = re.compile(r"[^\W_]+")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]


def shingles(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[i:i + 5]) for i in range(len(words) - 4)}


def of_datasketch():
    index = MinHashLSH(threshold=0.5, num_perm=128)
    sketches = []
    for n, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([s.encode() for s in shingles(text)])
        index.insert(n, sketch)
        sketches.append(sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in sketches) // 2


def of_rensa():
    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    sketches = []
    for n, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(list(shingles(text)))
        index.insert(n, sketch)
        sketches.append(sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in sketches) // 2


for name, run in (("datasketch", of_datasketch), ("rensa", of_rensa)):
    begun = time.process_time()
    pairs = run()
    spent = time.process_time() - begun
    print(f"{pairs} pairs", file=sys.stderr)
    print(f"{name} {version(name)} {len(texts)} {spent:.3f}")
