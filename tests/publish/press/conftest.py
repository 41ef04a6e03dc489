"""A press over records in memory, with frames that show everything that goes into them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.press.frame import Frame, FrameShape, mark
from brugwerk.publish.press.kept import KeptPages
from brugwerk.publish.press.press import Press
from brugwerk.shelf import Shelf
from tests.in_memory import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from brugwerk.catalogue import Catalogue
    from brugwerk.exports import Ground
    from brugwerk.render.headings import Heading

SLOTS = ("title", "description", "address", "head", "anchor", "contents", "content")


class PlainFrames:
    """Frames without a theme; ``look`` stands for everything that a theme may change."""

    def __init__(self, look: str = "") -> None:
        self.look = look

    def frame(self, shape: FrameShape) -> Frame:
        places = "\n".join(f"{slot}: {mark(slot)}" for slot in SLOTS)
        return Frame.of(f"<!-- {self.look} {shape} -->\n{places}\n")

    def name(self, shape: FrameShape) -> str:
        return sha256(f"{self.look} {shape}".encode()).hexdigest()

    def anew(self) -> PlainFrames:
        return PlainFrames(self.look)

    def contents(self, found: Sequence[Heading], shape: FrameShape) -> str:
        return "".join(f"<li>{heading.text}" for heading in found)


@cache
def no_attachment(path: Path) -> bytes:
    return path.read_bytes()


def press_of(
    catalogue: Catalogue, site: Path, kept: Path, *, look: str = "", made_by: str = "tests"
) -> Press:
    """A press that writes ``catalogue`` to ``site`` and keeps its pages in ``kept``."""
    found = publish(catalogue)
    ground: Ground = found.ground_of_exports(no_attachment)
    return Press(
        site=found,
        ground=ground,
        frames=PlainFrames(look),
        folder=site,
        shelf=Shelf(kept.with_name("shelf")),
        kept=KeptPages(kept),
        made_by=made_by,
    )


def written(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def pressed_to(tmp_path: Path) -> Callable[..., set[str]]:
    """Press a catalogue into a folder, and say which pages had to be made."""

    def press(catalogue: Catalogue, name: str, **settings: str) -> set[str]:
        kept = tmp_path / "kept"
        before = {folder.name for folder in kept.iterdir()} if kept.is_dir() else set()
        press = press_of(catalogue, tmp_path / name, kept, **settings)
        made = set()
        for page in press.site.pages.values():
            press.press(page)
            now = {folder.name for folder in kept.iterdir()}
            if now != before:
                made.add(page.address)
            before = now
        return made

    return press
