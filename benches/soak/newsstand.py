"""Serves an invented world on this machine: one host, feed and set of pages for each outlet.

Outlet n is 127.0.1.(n+1). A feed lists the newest LISTED entries; a page that was published stays.
"""
import email.utils, html, threading, time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from world import OUTLETS, World, page, paper_of

LISTED = 400


class Newsstand:
    def __init__(self, seed, rate):
        self.world, self.rate = World(seed), rate
        self.lock, self.times, self.lists = threading.Lock(), [], [[] for _ in range(OUTLETS)]
        self.items, self.asked, self.over = {}, 0, threading.Event()
        stand = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 120

            def log_message(self, *_):
                pass

            def do_GET(self):
                stand.asked += 1
                outlet = int(self.headers["Host"].split(":")[0].rsplit(".", 1)[1]) - 1
                if self.path == "/feed":
                    status, body, more = stand.feed(outlet, self.headers.get("If-None-Match"))
                elif self.path.startswith("/news/"):
                    status, body, more = stand.report(outlet, self.path[6:])
                else:
                    status, body, more = 404, b"not here", {}
                try:
                    self.send_response(status)
                    for key, value in more.items():
                        self.send_header(key, value)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True  # whoever asked was killed

        class Server(ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 128

            def handle_error(self, *_):
                pass

        self.server = Server(("0.0.0.0", 0), Answer)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def feeds(self):
        return [f"http://127.0.1.{n + 1}:{self.port}/feed" for n in range(OUTLETS)]

    def address(self, number):
        return f"http://127.0.1.{self.world.reports[number][0] + 1}:{self.port}/news/{number}"

    def start(self):
        """Reports begin to happen, so many a second."""
        self.begun = time.time()
        threading.Thread(target=self.happen, daemon=True).start()

    def happen(self):
        while not self.over.is_set():
            due = int((time.time() - self.begun) * self.rate)
            with self.lock:
                while len(self.times) < due:
                    number = self.world.next()
                    self.times.append(time.time())
                    listed = self.lists[self.world.reports[number][0]]
                    listed.append(number)
                    self.items[number] = self.item(number)
                    if len(listed) > 2 * LISTED:
                        for old in listed[:LISTED]:
                            del self.items[old]
                        del listed[:LISTED]
            time.sleep(0.05)

    def stop(self):
        """Nothing more happens; what is published stays."""
        self.over.set()
        time.sleep(0.2)

    def feed(self, outlet, known):
        with self.lock:
            listed = self.lists[outlet][-LISTED:]
        tag = f'"{listed[-1] if listed else "none"}"'
        if known == tag:
            return 304, b"", {"ETag": tag}
        items = [self.items[number] for number in reversed(listed)]
        body = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{paper_of(outlet)}</title>{''.join(items)}</channel></rss>"
        return 200, body.encode(), {"Content-Type": "application/rss+xml", "ETag": tag}

    def item(self, number):
        title, parts = self.world.told(number)
        when = email.utils.formatdate(self.times[number])
        return (
            f"<item><title>{html.escape(title)}</title><link>{self.address(number)}</link><guid>{self.address(number)}</guid>"
            f"<pubDate>{when}</pubDate><description>{html.escape(parts[0])}</description></item>"
        )

    def report(self, outlet, number):
        if not number.isdigit() or int(number) >= len(self.times) or self.world.reports[int(number)][0] != outlet:
            return 404, b"not here", {}
        title, parts = self.world.told(int(number))
        when = datetime.fromtimestamp(int(self.times[int(number)]), timezone.utc).isoformat()
        return 200, page(outlet, title, parts, when), {"Content-Type": "text/html; charset=utf-8"}
