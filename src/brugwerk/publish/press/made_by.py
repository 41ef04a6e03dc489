"""What every page follows from besides its own values: the code, and the libraries it runs on."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import brugwerk

# Templates are named one by one, and files for the browser go into no page.
_COUNTED_ELSEWHERE = frozenset({"templates", "theme", "__pycache__"})


@cache
def made_by() -> str:
    """Return one name for the code, its texts, and the versions of all that is installed."""
    found = sha256(sys.version.encode())
    root = Path(brugwerk.__file__).parent
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        inside = file.relative_to(root)
        if _COUNTED_ELSEWHERE.isdisjoint(inside.parts):
            found.update(f"{inside.as_posix()}\0".encode())
            found.update(sha256(file.read_bytes()).digest())
    installed = {f"{one.name} {one.version}" for one in metadata.distributions()}
    found.update("\n".join(sorted(installed)).encode())
    return found.hexdigest()
