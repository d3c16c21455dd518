"""Serves a folder by nginx as a careful host would, and knows what went over the wire."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = """
{user}
daemon off;
worker_processes 1;
pid {state}/pid;
error_log {state}/error.log;
events {{}}
http {{
  types {{
    text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; application/wasm wasm;
  }}
  default_type application/octet-stream;
  gzip on;
  gzip_comp_level 6;
  gzip_types text/css text/javascript application/json image/svg+xml;
  client_body_temp_path {state}/body; proxy_temp_path {state}/proxy; fastcgi_temp_path {state}/fastcgi;
  uwsgi_temp_path {state}/uwsgi; scgi_temp_path {state}/scgi;
  # A policy means something to pages alone; empty heads are not sent.
  map $sent_http_content_type $policy {{ ~^text/html "{policy}"; default ""; }}
  log_format wire "$bytes_sent $uri";
  access_log {state}/access.log wire;
  server {{
    listen 127.0.0.1:{port};
    root {folder};
    error_page 404 /404.html;
    add_header Content-Security-Policy $policy;
  }}
}}
"""
STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'{script}; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'")


@dataclass
class Server:
    """A running server. What it sent is in its log: heads and bodies, as they were compressed."""

    home: str
    log: Path

    def mark(self) -> int:
        """A place in the log: what is sent from now on comes behind it."""
        time.sleep(0.2)  # A request is logged a moment after its last byte was sent.
        return self.log.stat().st_size

    def sent(self, since: int) -> list[tuple[int, str]]:
        """Bytes and path of each answer behind a mark."""
        self.mark()
        with self.log.open(encoding="utf-8") as log:
            log.seek(since)
            lines = (line.split(" ", 1) for line in log.read().splitlines())
            return [(int(size), path) for size, path in lines]


@contextmanager
def serving(folder: Path, nginx: str, *, is_script_compiled: bool = False) -> Iterator[Server]:
    """Serves a folder. `is_script_compiled` lets pages run WebAssembly, which a strict policy does not."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as state:
        written = Path(state, "nginx.conf")
        written.write_text(CONFIGURATION.format(
            state=state, port=port, folder=folder.resolve(), user="user root;" if os.getuid() == 0 else "",
            policy=STRICT.format(script=" 'wasm-unsafe-eval'" if is_script_compiled else "")))
        process = subprocess.Popen([nginx, "-p", state, "-c", str(written)], stderr=subprocess.DEVNULL)
        try:
            wait_for(port, process)
            yield Server(f"http://127.0.0.1:{port}/", Path(state, "access.log"))
        finally:
            process.terminate()
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server listens."""
    for _ in range(100):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            raise SystemExit("nginx did not start")
        time.sleep(0.05)
    raise SystemExit("nginx does not listen")
