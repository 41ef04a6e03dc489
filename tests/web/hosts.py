"""Hosts on this machine that answer, send on, stay silent or lie, as hosts on the web do."""

from __future__ import annotations

import http.server
import ssl
import threading
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import trustme

# Status and headers by path; several for a path are given in turn, the last one from then on.
Answers = dict[str, list[tuple[int, dict[str, str]]]]
Bodies = Mapping[str, bytes]
OK = (200, {})
ANSWERS: Answers = {
    "/ok": [OK],
    "/weg": [(404, {})],
    "/gewist": [(410, {})],
    "/verhuisd": [(301, {"Location": "/ok"})],
    "/twee-keer-verhuisd": [(308, {"Location": "/verhuisd"})],
    "/even-elders": [(302, {"Location": "/ok"})],
    "/elders-dan-verhuisd": [(307, {"Location": "/verhuisd"})],
    "/verhuisd-dan-elders": [(301, {"Location": "/even-elders"})],
    "/verhuisd-naar-weg": [(301, {"Location": "/weg"})],
    "/zonder-plek": [(304, {})],
    "/rond": [(302, {"Location": "/rond-2"})],
    "/rond-2": [(302, {"Location": "/rond"})],
    "/post": [(301, {"Location": "mailto:a@example.org"})],
    "/scheef": [(301, {"Location": "http://["})],
    "/druk": [(429, {"Retry-After": "3"}), OK],
    "/lang-druk": [(503, {"Retry-After": "86400"})],
    "/kapot": [(500, {})],
    "/even-kapot": [(502, {}), (502, {}), OK],
    "/verboden": [(403, {})],
    "/geheim": [OK],
    **{f"/stap/{n}": [(302, {"Location": f"/stap/{n + 1}"})] for n in range(12)},
}
SILENT = "/stil"
ENDLESS = "/eindeloos"
TRICKLE = "/druppel"
NO_HEAD = "/zonder-head"
CUT_OFF = "/afgebroken"


class Host:
    """A host that is up; what it was asked is written down."""

    def __init__(self, answers: Answers, robots: tuple[int, str], bodies: Bodies) -> None:
        self.bodies = bodies
        self.answers = {path: list(given) for path, given in answers.items()}
        self.robots = robots
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        self.sent = 0
        self.address = ""

    def paths(self) -> list[str]:
        return [path for _, path in self.asked if path != "/robots.txt"]


def _handler(host: Host) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (ConnectionError, ssl.SSLError):
                self.close_connection = True

        def do_HEAD(self) -> None:
            self.answer()

        def do_GET(self) -> None:
            self.answer()

        def answer(self) -> None:
            host.asked.append((self.command, self.path))
            host.headers.append(dict(self.headers))
            self._answer()

        def _answer(self) -> None:
            if self.path == "/robots.txt":
                status, text = host.robots
                self._head(status, {"Content-Length": str(len(text))})
                self.wfile.write(text.encode())
            elif self.path == SILENT:
                host.closing.wait()
            elif self.path == ENDLESS:
                self._head(200, {})
                while self.command == "GET" and not host.closing.is_set():
                    host.sent += self.wfile.write(b"x" * 65_536)
            elif self.path == TRICKLE:
                self._head(200, {})
                while not host.closing.wait(0.01):
                    self.wfile.write(b" ")
                    self.wfile.flush()
            elif self.path == NO_HEAD:
                self._head(405 if self.command == "HEAD" else 200, {})
            elif self.path == CUT_OFF and self.command == "HEAD":
                self.close_connection = True
            else:
                given = host.answers.get(self.path, [OK])
                status, headers = given.pop(0) if len(given) > 1 else given[0]
                self._head(status, headers)
                if self.command == "GET":
                    self.wfile.write(host.bodies.get(self.path, b""))

        def _head(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

    return Handler


@contextmanager
def up(
    answers: Answers | None = None,
    robots: tuple[int, str] = (404, ""),
    *,
    tls: trustme.LeafCert | None = None,
    bodies: Bodies | None = None,
) -> Iterator[Host]:
    """Let a host answer on a free port, with HTTPS where it has a certificate."""
    host = Host({**ANSWERS, **(answers or {})}, robots, bodies or {})

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing of a reader that hangs up, which is what these tests are about."""

    with Server(("127.0.0.1", 0), _handler(host)) as server:
        if tls is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.configure_cert(context)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https" if tls is not None else "http"
        host.address = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield host
        finally:
            host.closing.set()
            server.shutdown()
            thread.join()


class Clock:
    """A clock that only goes on when somebody waits."""

    def __init__(self) -> None:
        self.time = 1_000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds
