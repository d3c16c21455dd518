"""nginx and Caddy, configured by nothing but what docs/hosting.md tells."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from built_site.nginx import wait_for
from built_site.site import ROOT

SERVERS = ("nginx", "caddy")

# Around the documented part: what every nginx has, and that this one may be run by anybody, beside others.
NGINX = """
{user}
daemon off;
pid {state}/pid;
error_log {state}/error.log;
events {{}}
http {{
  client_body_temp_path {state}/body; proxy_temp_path {state}/proxy; fastcgi_temp_path {state}/fastcgi;
  uwsgi_temp_path {state}/uwsgi; scgi_temp_path {state}/scgi;
  access_log off;
{documented}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
	storage file_system {state}
}}
{documented}
"""


@contextmanager
def serving(folder: Path, server: str) -> Iterator[str]:
    """Serves a folder; gives the address of the site's home page. Host, port and folder are all that is changed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as state:
        text = documented(server)
        for old, new in _places(server, port, folder.resolve()):
            assert old in text, f"docs/hosting.md no longer says {old!r}"
            text = text.replace(old, new)
        around = NGINX if server == "nginx" else CADDY
        written = Path(state, "configuration")
        written.write_text(around.format(
            state=state, documented=text, user="user root;" if os.getuid() == 0 else ""), encoding="utf-8")
        process = subprocess.Popen(
            _command(server, written, state), stderr=Path(state, "errors").open("w"), stdout=subprocess.DEVNULL,
            env=os.environ | {"HOME": state})
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def documented(language: str) -> str:
    """The code of one language in docs/hosting.md."""
    text = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def _places(server: str, port: int, folder: Path) -> list[tuple[str, str]]:
    if server == "nginx":
        return [
            ("listen 80;", f"listen 127.0.0.1:{port};"), ("mentors.example.edu", "localhost"),
            ("/srv/www/mentors/current", str(folder))]
    return [("mentors.example.edu", f"http://127.0.0.1:{port}"), ("/srv/www/mentors/current", str(folder))]


def _command(server: str, configuration: Path, state: str) -> list[str]:
    program = shutil.which(server, path=os.environ["PATH"] + ":/usr/sbin")
    assert program, f"{server} is not installed: Tests/setup.sh"
    if server == "nginx":
        return [program, "-p", state, "-c", str(configuration)]
    return [program, "run", "--adapter", "caddyfile", "--config", str(configuration)]
