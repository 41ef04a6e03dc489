"""The pages that stand at former addresses: they lead on, let choose, or say what is gone."""

from __future__ import annotations

import posixpath
from importlib import resources
from typing import TYPE_CHECKING
from urllib.parse import quote

from brugwerk.addresses import relative
from brugwerk.publish.permanence.hosts import host_files
from brugwerk.records.moves import Gone
from brugwerk.render.policy import POLICY

if TYPE_CHECKING:
    from brugwerk.publish.permanence.moves import Answer
    from brugwerk.publish.publication import Publication

FOLDER = "assets/former/"
ASSETS = ("former.js", "former.css")


def standing_files(site: Publication) -> dict[str, str]:
    """Return every file that keeps former addresses answering, by its own address.

    They are plain pages, so that they work on any host, and lists of redirects for hosts that
    read one. Nothing comes of it where nothing ever moved.

    Args:
        site: The site.
    """
    answers = {old: answer for old, answer in site.moves.answers.items() if "#" not in old}
    if not answers:
        return {}
    titles = {page.address: page.title for page in site.pages.values()}
    # A file that moved has a folder of its own name: hosts lead from `a.pdf` to `a.pdf/`.
    files = {
        f"{folder}index.html": _page(site, old, folder, answer, titles)
        for old, answer in answers.items()
        for folder in [old if old.endswith("/") else f"{old}/"]
    }
    here = resources.files("brugwerk.publish.permanence")
    files |= {f"{FOLDER}{name}": here.joinpath(name).read_text("utf-8") for name in ASSETS}
    return files | host_files(answers, site.templates.settings.address)


def link(target: str, page: str) -> str:
    """Return the link from a page to an address, with signs that a link cannot hold as bytes."""
    path, mark, anchor = relative(target, page).partition("#")
    return f"{quote(path)}{mark}{quote(anchor)}"


def called(address: str, titles: dict[str, str]) -> str:
    """Return what readers call an address: a page's title, a file's name, or else the address.

    The titles of hand-written pages are only known once their generator has read them.
    """
    page = address.partition("#")[0]
    if page in titles:
        return titles[page]
    return posixpath.basename(page) or f"/{page}"


def _page(site: Publication, old: str, folder: str, answer: Answer, titles: dict[str, str]) -> str:
    templates = site.templates
    root = templates.settings.address
    gone = answer if isinstance(answer, Gone) else None
    targets = () if isinstance(answer, Gone) else answer
    canonical = link(targets[0], folder) if len(targets) == 1 else ""
    if canonical and root:
        canonical = f"{root.rstrip('/')}/{quote(targets[0].partition('#')[0])}"
    return str(
        templates.render_part(
            "former",
            folder,
            policy=POLICY,
            folder=FOLDER,
            gone=gone,
            targets=[(link(target, folder), called(target, titles)) for target in targets],
            parts=_parts(site, old, targets, folder),
            canonical=canonical,
        )
    )


def _parts(site: Publication, old: str, targets: tuple[str, ...], folder: str) -> dict[str, str]:
    """Return the links of parts that went another way than the page they stood on."""
    found = {}
    for anchor, answer in site.former_parts.get(old, {}).items():
        if isinstance(answer, tuple) and len(answer) == len(targets) == 1:
            (target,) = answer
            if target != f"{targets[0].partition('#')[0]}#{anchor}":
                found[anchor] = link(target, folder)
    return found
