"""A small site with faults planted on purpose. A scanner that does not find them here has proved nothing elsewhere."""
import html
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HOME = """<!doctype html><html lang="en"><head><title>Planted</title></head><body><h1>Planted</h1>
<a href="/search?q=food">Search</a> <a href="/item?id=1">Item</a> <a href="/go?to=/item">Go</a> <a href="/faulty">Faulty</a>
<form method="post" action="/note"><label>Note <input name="text"></label><button>Keep</button></form></body></html>"""

# No language, no alternative text, no label, pale text, an id twice, a paragraph inside a span, a tag that is never closed.
FAULTY = """<!doctype html><html><head><title>Faulty</title></head><body><h1 id="a">Faulty</h1><p id="a" style="color:#ddd;background:#fff">pale</p>
<img src="x.png"><input name="q"><span><p>inside out</p></span><div></body></html>"""


class Planted(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/":
            self.answer(HOME)
        elif url.path == "/search":
            self.answer("<html><body><h1>Found</h1><p>You looked for " + asked.get("q", "") + "</p></body></html>")
        elif url.path == "/item":
            self.answer(self.item(asked.get("id", "1")))
        elif url.path == "/go":
            self.send_response(302)
            self.send_header("Location", asked.get("to", "/"))
            self.end_headers()
        elif url.path == "/faulty":
            self.answer(FAULTY)
        elif url.path == "/.git/config":
            self.answer("[core]\n\tbare = false\n", "text/plain")
        else:
            self.answer("<html><body>Not here</body></html>", status=404)

    def do_POST(self):
        text = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode(errors="replace")).get("text", [""])[0]
        self.answer("<html><body><p>Kept: " + html.escape(text) + "</p></body></html>")

    @staticmethod
    def item(number):
        database = sqlite3.connect(":memory:")
        database.executescript("CREATE TABLE item (id, name); INSERT INTO item VALUES (1, 'Kettle'), (2, 'Urn');")
        try:
            rows = database.execute("SELECT name FROM item WHERE id = " + number).fetchall()
            return "<html><body><h1>Items</h1>" + "".join("<p>%s</p>" % row[0] for row in rows) + "</body></html>"
        except sqlite3.Error as error:
            return "<html><body>sqlite3.OperationalError: %s</body></html>" % error

    def answer(self, text, kind="text/html; charset=utf-8", status=200):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Planted).serve_forever()
