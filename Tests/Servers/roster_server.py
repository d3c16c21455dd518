"""An HTTPS server on the loopback address that answers as bad servers do. Standard library only.

    roster_server.py CERTIFICATE KEY ROSTER NOTES

It prints the port that it chose and serves until it is ended. Each address is one kind of trouble; what was
asked is written to NOTES, a JSON object a line. Plain sockets, since a real server would mend half of it.
"""

import gzip
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time
import zlib

certificate, key, roster_path, notes_path = sys.argv[1:5]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
counts: dict[str, int] = {}
lock = threading.Lock()


def roster() -> bytes:
    with open(roster_path, "rb") as file:
        return file.read()


def answer(status: str, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return ("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode() + body


def bomb():
    """Pieces of a gzip stream that unpacks to 4 GB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(4096):
        yield packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_SYNC_FLUSH)


def reset(connection: ssl.SSLSocket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(connection.detach())


def serve(connection: ssl.SSLSocket, path: str, headers: dict[str, str], count: int) -> None:
    here = f"https://localhost:{port}"
    text = "Content-Type: text/csv; charset=utf-8"
    data = roster()
    kind = path.split("?")[0].strip("/").split("/")[0]
    if kind == "roster.csv":
        connection.sendall(answer("200 OK", data, text))
    elif kind == "packed":
        connection.sendall(answer("200 OK", gzip.compress(data), text, "Content-Encoding: gzip"))
    elif kind == "chunked":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n")
        for start in range(0, len(data), 7):
            piece = data[start : start + 7]
            connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
        connection.sendall(b"0\r\nX-Sum: 12\r\n\r\n")
    elif kind == "chunked-short":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.sendall(b"%x\r\n%s\r\n" % (20, data[:20]))
    elif kind == "until-end":
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + data)
    elif kind == "early-hints":
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer("200 OK", data, text))
    elif kind == "tagged":
        if headers.get("if-none-match") == '"one"':
            connection.sendall(answer("304 Not Modified"))
        else:
            changed = "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"
            connection.sendall(answer("200 OK", data, text, 'ETag: "one"', changed))
    elif kind == "moved":
        connection.sendall(answer("302 Found", b"", "Location: /roster.csv?a=b#c"))
    elif kind == "moved-relative":
        connection.sendall(answer("301 Moved", b"", "Location: ../roster.csv"))
    elif kind == "moved-host":
        connection.sendall(answer("307 Moved", b"", f"Location: https://127.0.0.1:{port}/roster.csv"))
    elif kind == "loop":
        connection.sendall(answer("302 Found", b"", f"Location: {here}/loop"))
    elif kind == "hops":
        left = int(path.strip("/").split("/")[1])
        connection.sendall(answer("302 Found", b"", f"Location: /hops/{left - 1}" if left > 1 else "Location: /roster.csv"))
    elif kind == "downgrade":
        connection.sendall(answer("302 Found", b"", f"Location: http://localhost:{port}/roster.csv"))
    elif kind == "to-file":
        connection.sendall(answer("302 Found", b"", "Location: file:///etc/passwd"))
    elif kind == "to-private":
        connection.sendall(answer("302 Found", b"", "Location: https://10.255.255.1/roster.csv"))
    elif kind == "status":
        connection.sendall(answer(f"{path.strip('/').split('/')[1]} Trouble", b"no"))
    elif kind == "twice-500":
        connection.sendall(answer("500 Error") if count <= 2 else answer("200 OK", data, text))
    elif kind == "once-429":
        connection.sendall(answer("429 Slow", b"", "Retry-After: 1") if count == 1 else answer("200 OK", data, text))
    elif kind == "later":
        connection.sendall(answer("429 Slow", b"", "Retry-After: 3600"))
    elif kind == "reset":
        reset(connection)
    elif kind == "reset-once":
        if count == 1:
            reset(connection)
        else:
            connection.sendall(answer("200 OK", data, text))
    elif kind == "reset-midway":
        connection.sendall(answer("200 OK", data[: len(data) // 2], text, length=len(data)))
        time.sleep(0.2)
        reset(connection)
    elif kind == "short":
        connection.sendall(answer("200 OK", data[: data.rfind(b"\n", 0, len(data) - 1) + 1], text, length=len(data)))
    elif kind == "short-once":
        connection.sendall(answer("200 OK", data[:20] if count == 1 else data, text, length=len(data)))
    elif kind == "drip":
        connection.sendall(answer("200 OK", b"", text, length=len(data)))
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(0.5)
    elif kind == "silent":
        time.sleep(60)
    elif kind == "bomb":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        for piece in bomb():
            connection.sendall(piece)
    elif kind == "endless":
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(data * 100)
    elif kind == "cut-gzip":
        packed = gzip.compress(data)
        connection.sendall(answer("200 OK", packed[: len(packed) - 12], text, "Content-Encoding: gzip"))
    elif kind == "brotli":
        connection.sendall(answer("200 OK", data, text, "Content-Encoding: br"))
    elif kind == "bad-gzip":
        connection.sendall(answer("200 OK", b"\x1f\x8b\x08\x00nonsense", text, "Content-Encoding: gzip"))
    elif kind == "login":
        page = b"<!DOCTYPE html><html><title>Sign in</title></html>"
        connection.sendall(answer("200 OK", page, "Content-Type: text/html; charset=utf-8"))
    elif kind == "login-as-csv":
        connection.sendall(answer("200 OK", b"<!DOCTYPE html><html><title>Sign in</title></html>", text))
    elif kind == "secret":
        good = headers.get("authorization") == 'Bearer s3cr3t "quoted" \\ value'
        connection.sendall(answer("200 OK", data, text) if good else answer("401 Unauthorized"))
    elif kind == "headers":
        for number in range(1_000_000):
            connection.sendall(b"HTTP/1.1 200 OK\r\n" if number == 0 else b"X-%d: %s\r\n" % (number, b"x" * 1000))
    else:
        connection.sendall(answer("404 Not Found"))


def handle(plain: socket.socket) -> None:
    try:
        connection = context.wrap_socket(plain, server_side=True)
        text = b""
        while b"\r\n\r\n" not in text:
            piece = connection.recv(4096)
            if not piece:
                return
            text += piece
        first, *rest = text.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        path = first.split(" ")[1]
        headers = {line.split(":", 1)[0].lower(): line.split(":", 1)[1].strip() for line in rest}
        with lock:
            counts[path] = counts.get(path, 0) + 1
            count = counts[path]
            with open(notes_path, "a") as notes:
                notes.write(json.dumps({"path": path, "headers": headers}) + "\n")
        serve(connection, path, headers, count)
        connection = connection.unwrap()
    except (OSError, ssl.SSLError):
        pass
    finally:
        plain.close()


listener = socket.create_server(("127.0.0.1", 0), backlog=64)
port = listener.getsockname()[1]
print(port, flush=True)
while True:
    threading.Thread(target=handle, args=(listener.accept()[0],), daemon=True).start()
