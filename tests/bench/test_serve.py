"""The server of the benchmark: compressed like any web server, every byte counted, nothing else."""

from __future__ import annotations

import gzip
import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from bench.search.serve import Server

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "page").mkdir(parents=True)
    (site / "page" / "index.html").write_text("<p>woord</p>" * 500, encoding="utf-8")
    (site / "picture.png").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "secret.txt").write_text("buiten de site", encoding="utf-8")
    return site


def _get(server: Server, path: str) -> tuple[int, str | None, bytes, int]:
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(address.hostname, address.port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    # The status line, every header with ": " and a line end, and the empty line.
    head = len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n")
    head += sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 2
    connection.close()
    return answer.status, answer.headers["Content-Encoding"], body, head + len(body)


def test_text_is_compressed_and_counted_with_its_headers(folder: Path):
    with Server(folder) as server:
        status, encoding, body, size = _get(server, "/page/?q=woord")
        assert (status, encoding) == (200, "gzip")
        assert gzip.decompress(body).startswith(b"<p>woord</p>")
        assert [(sent.path, sent.size) for sent in server.sent()] == [("/page/", size)]
        server.forget()
        assert server.sent() == []


def test_pictures_are_sent_as_they_are(folder: Path):
    with Server(folder) as server:
        status, encoding, body, _ = _get(server, "/picture.png")
        assert (status, encoding) == (200, None)
        assert body == (folder / "picture.png").read_bytes()


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/nowhere/", "//"])
def test_nothing_outside_the_site_is_served(folder: Path, path: str):
    with Server(folder) as server:
        status, _, body, _ = _get(server, path)
        assert status == 404
        assert b"buiten" not in body
