"""Packs saved pages into one WARC.gz, over and over, each time under other addresses and with a word changed.

usage: make_warc.py FOLDER COUNT OUT.warc.gz

FOLDER holds HTML pages (also packed with gzip), at any depth. Every copy gets a number of its own in its title, its paragraphs
and its address, so that none is a copy of another byte for byte. The order is that of the names; the same input gives the same bytes.
"""
import gzip, hashlib, pathlib, sys


def record(number, day, html):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(html) + html
    digest = hashlib.sha1(html).hexdigest()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"WARC-Date: 2025-{1 + day // 28 % 12:02d}-{1 + day % 28:02d}T10:00:00Z\r\n"
        f"WARC-Target-URI: https://news{number % 97}.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nX-Made-Digest: {digest}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0)


def main(folder, count, out):
    pages = []
    for path in sorted(pathlib.Path(folder).rglob("*.htm*")):
        data = path.read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        pages.append(data)
    if not pages:
        sys.exit(f"{folder}: no page in it")
    with open(out, "wb") as file:
        for number in range(int(count)):
            turn, page = divmod(number, len(pages))
            html = pages[page]
            if turn:
                mark = b"<p>Edition%d of Place%d." % (turn, turn * len(pages) + page)
                html = html.replace(b"<title>", b"<title>Edition%d " % turn, 1).replace(b"<p>", mark, 3)
                html = html.replace(b"rel=\"canonical\"", b"rel=\"was-canonical\"").replace(b"og:url", b"was:url")
            file.write(record(number, turn, html))


if __name__ == "__main__":
    main(*sys.argv[1:4])
