"""A small web server on this machine, which serves a site as strictly as a careful host would."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from built_site import headers

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path
    prefix: str
    headers_of_all: dict[str, str]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.prefix):
            self.answer(HTTPStatus.NOT_FOUND, "text/plain", b"outside the site")
            return
        file = self.folder / path.removeprefix(self.prefix)
        if file.is_dir() and not path.endswith("/"):
            self.answer(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", location=f"{path}/")
            return
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self.answer(HTTPStatus.OK, TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes())
        else:
            self.answer(HTTPStatus.NOT_FOUND, TYPES[".html"], (self.folder / "404.html").read_bytes())

    def answer(self, status: HTTPStatus, type_: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the browser reports what it could not load."""


@contextmanager
def serving(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serves a folder at a path of a free port; gives the address of the site's home page."""
    # What the site wants sent with all files. How long they may be kept is left out: tests come and go.
    of_all = headers.headers_for("/", folder) if (folder / headers.NAME).exists() else {}
    handler = type("Handler", (_Handler,), {"folder": folder, "prefix": prefix, "headers_of_all": of_all})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
