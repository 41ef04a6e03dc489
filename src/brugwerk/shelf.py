"""What was costly to make, kept by what it was made from, so that the next build need not."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# A file's time may come from another clock than ours, such as that of a shared disk.
_CLOCKS_DIFFER = 5.0
_DIGEST = hashlib.sha256().digest_size


@dataclass
class Shelf:
    """A folder of results.

    Attributes:
        folder: Where they are; it may be thrown away at any time.
    """

    folder: Path
    _opened: float = field(default_factory=time.time)

    def get(self, made_from: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what was made from this before, or make it now and keep it.

        Args:
            made_from: Everything that the result follows from, the way of making it as well.
            make: Makes it.

        Raises:
            OSError: The result cannot be kept.
        """
        name = hashlib.sha256(made_from).hexdigest()
        kept = self.folder / name
        if kept.is_file():
            # Whoever asks, this process or a copy of it, the file says that it was asked for.
            os.utime(kept)
            # Its own hash stands first: a disk that was full leaves no half a picture.
            found = kept.read_bytes()
            if hashlib.sha256(found[_DIGEST:]).digest() == found[:_DIGEST]:
                return found[_DIGEST:]
        result = make()
        self._keep(kept, result)
        return result

    def _keep(self, kept: Path, result: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as fresh:
            fresh.write(hashlib.sha256(result).digest() + result)
        Path(fresh.name).replace(kept)

    def forget_others(self) -> None:
        """Throw away what nobody asked for since this shelf was opened."""
        if not self.folder.is_dir():
            return
        for kept in self.folder.iterdir():
            if kept.stat().st_mtime < self._opened - _CLOCKS_DIFFER:
                kept.unlink(missing_ok=True)
