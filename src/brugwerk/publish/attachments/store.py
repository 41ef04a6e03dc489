"""Cleaned attachments by what went in, so that the next build need not clean them again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from brugwerk.publish.attachments.cleaning import MADE_BY, cleaned, is_cleaned

# Below the site's root; nothing in it belongs to the site.
STORE = PurePosixPath(".brugwerk", "cleaned")


@dataclass
class Store:
    """A folder of cleaned attachments.

    Attributes:
        folder: Where they are; it may be thrown away at any time.
    """

    folder: Path
    _used: set[str] = field(default_factory=set)

    def cleaned(self, path: Path) -> bytes:
        """Return an attachment as readers get it.

        Raises:
            OSError: It cannot be read, or its cleaned form cannot be kept.
            ValueError: It is damaged.
        """
        data = path.read_bytes()
        if not is_cleaned(path):
            return data
        recipe = f"{MADE_BY}\0{path.suffix.lower()}\0".encode()
        name = hashlib.sha256(recipe + data).hexdigest()
        self._used.add(name)
        kept = self.folder / name
        if kept.is_file():
            # Its own hash stands first: a disk that was full leaves no half a picture.
            found = kept.read_bytes()
            if hashlib.sha256(found[32:]).digest() == found[:32]:
                return found[32:]
        result = cleaned(path, data)
        self._keep(kept, result)
        return result

    def _keep(self, kept: Path, result: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as fresh:
            fresh.write(hashlib.sha256(result).digest() + result)
        Path(fresh.name).replace(kept)

    def forget_others(self) -> None:
        """Throw away what no attachment asked for since this store was made."""
        if not self.folder.is_dir():
            return
        for kept in self.folder.iterdir():
            if kept.name not in self._used:
                kept.unlink(missing_ok=True)
