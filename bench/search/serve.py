"""A site on a port of this machine, compressed as web servers do, with every byte counted."""

from __future__ import annotations

import functools
import gzip
import http.server
import mimetypes
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LEVEL = 6
WORTH_IT = 500
TEXT = ("text/", "application/javascript", "application/json", "application/wasm", "image/svg")


@dataclass(frozen=True)
class Sent:
    """An answer of the server.

    Attributes:
        path: What was asked for.
        size: The bytes sent, headers included.
        at: When sending began, in seconds since 1970.
    """

    path: str
    size: int
    at: float


class Server:
    """Serves a folder on loopback and remembers what it sent.

    Attributes:
        address: The root of the site, with a slash at its end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._sent: list[Sent] = []
        self._lock = threading.Lock()
        handler = functools.partial(_Handler, self)
        self._http = _Listener(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self._http.server_address[1]}/"

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def forget(self) -> None:
        """Start counting anew."""
        with self._lock:
            self._sent.clear()

    def sent(self) -> list[Sent]:
        """Return what was sent since counting began."""
        with self._lock:
            return list(self._sent)

    def note(self, path: str, size: int) -> None:
        """Remember an answer."""
        with self._lock:
            self._sent.append(Sent(path, size, time.time()))

    def file(self, path: str) -> Path | None:
        """Return the file that a request path means, if it is there and inside the folder."""
        found = (self._folder / unquote(urlsplit(path).path).lstrip("/")).resolve()
        if found.is_dir():
            found /= "index.html"
        return found if found.is_relative_to(self._folder) and found.is_file() else None


@functools.lru_cache(maxsize=4096)
def _packed(file: Path) -> tuple[bytes, str, bool]:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    body = file.read_bytes()
    if kind.startswith(TEXT) and len(body) >= WORTH_IT:
        return gzip.compress(body, LEVEL, mtime=0), kind, True
    return body, kind, False


class _Listener(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that closes its page hangs up on what is under way.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: Server, *rest: Any) -> None:
        self._counter = server
        super().__init__(*rest)

    def do_GET(self) -> None:
        file = self._counter.file(self.path)
        body, kind, packed = _packed(file) if file else (b"not found", "text/plain", False)
        self.send_response(200 if file else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        lines: list[bytes] = self._headers_buffer  # type: ignore[attr-defined]
        head = sum(len(line) for line in lines) + 2
        self.end_headers()
        self._counter.note(urlsplit(self.path).path, head + len(body))
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return
