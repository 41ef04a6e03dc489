"""What a server says to one question, with nothing followed, unpacked or kept."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Answer:
    """A status, the headers under their names in small letters, and the body as sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        """Return a header; empty where it was not sent."""
        return self.headers.get(name, "")


def ask(address: str, path: str, **headers: str) -> Answer:
    """Ask a server for a path.

    Args:
        address: The server, such as ``http://127.0.0.1:8000``.
        path: From the root, such as ``/producten/``.
        **headers: Headers to send, with ``_`` for ``-``.
    """
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    try:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=sent)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())
    finally:
        connection.close()
