"""trafilatura with metadata over the pages named on standard input; prints pages and CPU seconds."""
import gzip
import sys
import time

import trafilatura

pages = []
for path in sys.stdin:
    opened = gzip.open if path.strip().endswith(".gz") else open
    with opened(path.strip(), "rb") as file:
        pages.append(file.read())
start = time.process_time()
for page in pages:
    trafilatura.bare_extraction(page, with_metadata=True)
print(len(pages), time.process_time() - start)
