"""Pages of earlier builds, each by everything that it was made from.

A page and the files that belong to it stand in a folder of their own; a site gets them as second
names of the same files, so that keeping them costs no room and taking them hardly any time.
"""

from __future__ import annotations

import os
import pickle
import shutil
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.publish.press.press import Pressed

_REST = "rest"
# Two languages, or a proposal and what it changes, are built in turn.
_AN_HOUR = 3600.0


@dataclass(frozen=True)
class _Told:
    """What a folder says of itself: what is left of the page, and its files.

    Attributes:
        pressed: What is left of the page.
        files: The address of each file, in order, with the hash of its content: nobody may have
            written in it through its other name, and it may have come from another machine.
    """

    pressed: Pressed
    files: tuple[tuple[str, bytes], ...]


@dataclass
class KeptPages:
    """A folder of pages of earlier builds.

    Attributes:
        folder: Where they are; it may be thrown away at any time.
    """

    folder: Path
    _opened: float = field(default_factory=time.time)

    def take(self, name: str, site: Path) -> Pressed | None:
        """Put a page of an earlier build in its place, if it was kept.

        Args:
            name: Names everything that the page is made from.
            site: The folder of the site.

        Returns:
            What is left of the page; nothing where it must be made.
        """
        kept = self.folder / name
        try:
            told = pickle.loads((kept / _REST).read_bytes())  # noqa: S301 - written by keep()
            if type(told) is not _Told:
                return None
            for number, (_, digest) in enumerate(told.files):
                if sha256((kept / str(number)).read_bytes()).digest() != digest:
                    return None
            for number, (address, _) in enumerate(told.files):
                put(site / address, kept / str(number))
            os.utime(kept)
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
            # It was never kept, half of it was, another version of Brugwerk kept it, or another
            # build forgets it at this moment.
            return None
        return told.pressed

    def keep(self, name: str, pressed: Pressed, files: Mapping[str, bytes], site: Path) -> None:
        """Write a page and its files, in the site and here.

        Args:
            name: Names everything that the page is made from.
            pressed: What is left of the page.
            files: The content of every file by its address.
            site: The folder of the site.

        Raises:
            OSError: It cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(prefix=".new-", dir=self.folder))
        told = []
        for number, (address, content) in enumerate(files.items()):
            here = fresh / str(number)
            here.write_bytes(content)
            told.append((address, sha256(content).digest()))
            put(site / address, here)
        (fresh / _REST).write_bytes(pickle.dumps(_Told(pressed, tuple(told))))
        kept = self.folder / name
        shutil.rmtree(kept, ignore_errors=True)
        try:
            fresh.rename(kept)
        except OSError:
            # Another build kept the same page at the same moment.
            shutil.rmtree(fresh, ignore_errors=True)

    def forget_others(self) -> None:
        """Throw away every page that nobody took or kept for an hour before it was opened."""
        if not self.folder.is_dir():
            return
        for kept in self.folder.iterdir():
            if kept.stat().st_mtime < self._opened - _AN_HOUR:
                shutil.rmtree(kept, ignore_errors=True)


def put(target: Path, file: Path) -> None:
    """Give a file a second name, or copy it where the file system has none for it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
