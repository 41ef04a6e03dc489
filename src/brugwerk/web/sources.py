"""Fetching the catalogue of another site: bounded in size and in time, and never in plain sight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from brugwerk.check.rules.sources import is_on_the_web, is_safe
from brugwerk.problems.problem import Wording
from brugwerk.read.shared import MOST_BYTES, FlawedCatalogueError, at_home, read_shared
from brugwerk.records.sharing import SharedCatalogue
from brugwerk.web.answers import Outcome
from brugwerk.web.client import NoReplyError
from brugwerk.web.courtesy import joined
from brugwerk.web.judging import why_silent

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.web.answers import Answer
    from brugwerk.web.client import Client, Reply
    from brugwerk.web.courtesy import Courtesy

MOST_HOPS = 5
_CAUSES = {
    Outcome.UNSAFE: Wording("de verbinding is niet te vertrouwen", "the connection is not safe"),
    Outcome.PRIVATE: Wording(
        "dit adres is alleen in een eigen netwerk te bereiken, of er staat een wachtwoord in",
        "this address is of a private network, or holds a password",
    ),
}
_ROUND = Wording("het adres stuurt te vaak door", "the address leads on too often")
_IN_PLAIN_SIGHT = Wording(
    "het stuurt door naar een adres zonder `https://`", "it leads on to one without `https://`"
)
_NO_FILE = Wording("op die plek staat geen leesbaar bestand", "no readable file stands there")


def _failed(cause: Wording) -> FlawedCatalogueError:
    return FlawedCatalogueError("BW980", cause=cause)


@dataclass(frozen=True)
class Fetcher:
    """Fetches catalogues.

    Attributes:
        client: What sends the requests.
        courtesy: When a host has its turn.
        root: The folder that places on this computer are seen from.
    """

    client: Client
    courtesy: Courtesy
    root: Path

    def fetch(self, place: str) -> SharedCatalogue:
        """Return the catalogue at a place, with links in full.

        Args:
            place: An address of the web, or a file.

        Raises:
            FlawedCatalogueError: It does not come, or is not what it should be.
        """
        content, address = self._of_web(place) if is_on_the_web(place) else self._of_file(place)
        return at_home(read_shared(content, SharedCatalogue), address)

    def _of_file(self, place: str) -> tuple[bytes, str]:
        path = self.root / place
        try:
            # A pipe or a device would keep us waiting.
            if not path.is_file():
                raise _failed(_NO_FILE)
            with path.open("rb") as file:
                return file.read(MOST_BYTES + 1), ""
        except (OSError, ValueError) as error:
            raise _failed(_NO_FILE) from error

    def _of_web(self, url: str) -> tuple[bytes, str]:
        try:
            for _ in range(MOST_HOPS):
                reply = self.courtesy.patiently(url, partial(self._get, url))
                if not (300 <= reply.status < 400 and reply.location):
                    return _content(reply), url
                url = joined(url, reply.location)
                if not is_safe(url):
                    raise _failed(_IN_PLAIN_SIGHT)
        except NoReplyError as error:
            raise _failed(_cause(error.answer)) from error
        raise _failed(_ROUND)

    def _get(self, url: str, _: int) -> Reply:
        return self.client.send("GET", url, MOST_BYTES + 1)


def _content(reply: Reply) -> bytes:
    if reply.status != 200:
        raise _failed(Wording(f"antwoord {reply.status}", f"answer {reply.status}"))
    return reply.body


def _cause(answer: Answer) -> Wording:
    return _CAUSES.get(answer.outcome) or why_silent(answer)
