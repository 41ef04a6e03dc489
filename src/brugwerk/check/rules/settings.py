"""The settings of a site leave every page an address of its own, and its editor can work."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brugwerk.problems import Place, Problem
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries

# These words stand directly below the root; the others only below a network or a product.
AT_THE_ROOT = (
    *("products", "networks", "guides", "schools", "search", "travels", "problems", "follow"),
)

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def words_in_addresses_differ(entries: Entries) -> Iterator[Problem]:
    """Two lists at one address would overwrite each other."""
    taken: dict[str, str] = {}
    for name in (*AT_THE_ROOT, "reflections", "guide"):
        word = getattr(entries.settings.path_words, name)
        if word in taken:
            yield Problem(
                "BW704", _place(entries, name), {"word": word, "other": taken[word], "name": name}
            )
        taken.setdefault(word, name)


def editor_signs_in_as_its_host_does(entries: Entries) -> Iterator[Problem]:
    """GitHub needs a server of its own to sign in; GitLab and Gitea do it themselves (PKCE)."""
    editor = entries.settings.editor
    if editor and editor.backend == "github" and editor.application:
        yield Problem("BW705", _place(entries, "application", of="editor"))
    if editor and editor.backend != "github" and editor.sign_in:
        yield Problem("BW706", _place(entries, "sign_in", of="editor"), {"backend": editor.backend})


def editor_knows_its_host(entries: Entries) -> Iterator[Problem]:
    """There is no one place for all of Gitea and Forgejo."""
    editor = entries.settings.editor
    if editor and editor.backend == "gitea" and not editor.host:
        yield Problem("BW707", _place(entries, "backend", of="editor"))


def editor_proposes_where_it_can(entries: Entries) -> Iterator[Problem]:
    """The editor makes pull requests at GitHub and GitLab only; nobody may think otherwise."""
    editor = entries.settings.editor
    if editor and editor.backend == "gitea" and editor.proposals:
        yield Problem("BW708", _place(entries, "backend", of="editor"))


def editor_sends_tokens_in_secret(entries: Entries) -> Iterator[Problem]:
    """A token goes over an encrypted connection, or stays on this machine."""
    editor = entries.settings.editor
    for name in ("host", "sign_in"):
        address = getattr(editor, name, None)
        if address and not _is_secret(address):
            yield Problem("BW709", _place(entries, name, of="editor"), {"address": address})


def harvesters_can_ask(entries: Entries) -> Iterator[Problem]:
    """A static repository names its own address and a mail address (OAI guidelines, section 3)."""
    settings = entries.settings
    missing = [name for name in ("address", "contact") if not getattr(settings, name)]
    if settings.oai_gateway and missing:
        source = entries.raw.settings
        place = source.place(("oai_gateway",)) if source else Place(PurePosixPath(SETTINGS_FILE))
        yield Problem("BW996", place, {"missing": missing[0]})


def _is_secret(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.hostname in THIS_MACHINE


def _place(entries: Entries, name: str, of: str = "path_words") -> Place:
    source = entries.raw.settings
    return source.place((of, name)) if source else Place(PurePosixPath(SETTINGS_FILE))


RULES = (
    words_in_addresses_differ,
    editor_signs_in_as_its_host_does,
    editor_knows_its_host,
    editor_proposes_where_it_can,
    editor_sends_tokens_in_secret,
    harvesters_can_ask,
)
