"""What a host must do for a site of Brugwerk, asked of a server that holds a built one.

Each check yields a sentence for what is not so. Pages for frames,
redirects and kinds of files are only asked for where the site has them.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from bench.host.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.host.asking import Answer

YEAR = "public, max-age=31536000, immutable"
TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle",
    ".zip": "application/zip",
}
FOR_HOSTS = ("_headers", "_redirects", ".htaccess", "redirects.nginx", "redirects.caddy")
# Files that browsers may keep, and files that change under the same name.
LASTING = ("assets/own/*/*.css", "assets/stylesheets/*.min.css", "*/index/*-*.json")
CHANGING = dict.fromkeys(("404.html", "*/manifest.json"), "no-cache")


@dataclass(frozen=True)
class Served:
    """A site and the server that holds it.

    Attributes:
        address: The server.
        site: The folder of the site.
        embedded: The word below which pages may stand in a frame elsewhere.
    """

    address: str
    site: Path
    embedded: str = "insluiten"

    @cached_property
    def home(self) -> Answer:
        """The first page, as it comes without compression."""
        return self.ask("/", accept_encoding="identity")

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path."""
        return ask(self.address, path, **headers)

    def first(self, pattern: str) -> str | None:
        """Return the path of the first file that fits, or nothing."""
        found = min(self.site.glob(pattern), default=None)
        return f"/{quote(found.relative_to(self.site).as_posix())}" if found else None


def problems(served: Served) -> Iterator[str]:
    """Yield everything that the server does not do as it must."""
    for check in (_pages, _headers, _frames, _cache, _compression, _language, _types, _missing):
        yield from check(served)
    yield from _moved(served)


def _pages(served: Served) -> Iterator[str]:
    if served.home.status != 200 or served.home.body != (served.site / "index.html").read_bytes():
        yield f"/ is not the first page ({served.home.status})"
    kind = served.home.header("content-type").lower()
    if kind != "text/html; charset=utf-8":
        yield f"/ is of the type {kind!r}"
    if page := served.first("*/index.html"):
        path = page.removesuffix("/index.html")
        answer = served.ask(path)
        goal = urlsplit(answer.header("location")).path
        if answer.status not in {301, 308} or goal != f"{path}/":
            yield f"{path} does not lead to {path}/ ({answer.status} {goal})"


def _headers(served: Served) -> Iterator[str]:
    missing = served.ask("/dit-bestaat-niet/")
    for name, value in {
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }.items():
        for where, answer in (("/", served.home), ("a page that is not there", missing)):
            if answer.header(name) != value:
                yield f"{where} has {name} {answer.header(name)!r}"


def _frames(served: Served) -> Iterator[str]:
    if served.home.header("content-security-policy") != "frame-ancestors 'self'":
        yield "/ may stand in a frame of anyone"
    if served.home.header("x-frame-options") != "SAMEORIGIN":
        yield "/ has no x-frame-options for old browsers"
    if page := served.first(f"**/{served.embedded}/index.html"):
        for path in (page.removesuffix("index.html"), page):
            answer = served.ask(path)
            for name in ("content-security-policy", "x-frame-options"):
                if answer.header(name):
                    yield f"{path} cannot stand in a frame: {name} {answer.header(name)}"


def _cache(served: Served) -> Iterator[str]:
    if served.home.header("cache-control") != "no-cache":
        yield f"/ has cache-control {served.home.header('cache-control')!r}"
    again = served.ask(
        "/", accept_encoding="identity", if_none_match=served.home.header("etag") or '"none"'
    )
    if again.status != 304 or again.body:
        yield f"/ is sent again although it is the same ({again.status})"
    for pattern, wanted in (*dict.fromkeys(LASTING, YEAR).items(), *CHANGING.items()):
        path = served.first(pattern)
        if path is None:
            yield f"the site has no {pattern}"
        elif (said := served.ask(path).header("cache-control")) != wanted:
            yield f"{path} has cache-control {said!r} instead of {wanted!r}"


def _compression(served: Served) -> Iterator[str]:
    if served.home.header("content-encoding"):
        yield "/ is compressed for who did not ask"
    for path in filter(None, ("/", *map(served.first, ("assets/own/*/*.css", "*/index/*.json")))):
        plain = served.ask(path, accept_encoding="identity").body
        packed = served.ask(path, accept_encoding="gzip")
        if len(plain) < 1000:
            continue
        if packed.header("content-encoding") != "gzip" or gzip.decompress(packed.body) != plain:
            yield f"{path} is not compressed"
        if "accept-encoding" not in packed.header("vary").lower():
            yield f"{path} does not say that it varies with compression"


def _language(served: Served) -> Iterator[str]:
    answers = {
        served.ask("/", accept_encoding="identity", accept_language=language).body
        for language in ("nl", "en")
    }
    if len(answers) != 1 or "language" in served.home.header("vary").lower():
        yield "/ differs with the language that a browser asks for"


def _types(served: Served) -> Iterator[str]:
    for suffix, kind in TYPES.items():
        path = served.first(f"**/*{suffix}")
        if path and served.ask(path).header("content-type").partition(";")[0] != kind:
            yield f"{path} is not {kind} but {served.ask(path).header('content-type')!r}"
    if script := served.first("assets/own/*/*.js"):
        kind = served.ask(script).header("content-type").partition(";")[0]
        if kind not in {"text/javascript", "application/javascript"}:
            yield f"{script} is not JavaScript but {kind!r}"


def _missing(served: Served) -> Iterator[str]:
    page = (served.site / "404.html").read_bytes()
    for path in ("/dit-bestaat-niet/", "/assets/", *(f"/{name}" for name in FOR_HOSTS)):
        answer = served.ask(path, accept_encoding="identity")
        if answer.status != 404:
            yield f"{path} is answered with {answer.status}"
        elif answer.body != page:
            yield f"{path} does not get the page that says it is not there"


def _moved(served: Served) -> Iterator[str]:
    listed = served.site / "_redirects"
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    for old, new, _ in map(str.split, lines):
        answer = served.ask(old)
        goal = urlsplit(answer.header("location"))
        reached = goal._replace(scheme="", netloc="").geturl()
        if answer.status != 301 or reached != new:
            yield f"{old} leads to {answer.status} {reached!r} instead of {new}"
