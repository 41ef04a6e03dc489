"""The ledger: every address that was ever published, one a line, in ``addresses.txt``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.problems import Place, Problem
from brugwerk.read.front_matter import read_text
from brugwerk.records.moves import is_site_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LEDGER_FILE = "addresses.txt"
# It only grows, and a site of two thousand records has some twenty thousand addresses.
MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Ledger:
    """What the ledger holds.

    Attributes:
        lines: The line of each address, from 1; addresses as :class:`~brugwerk.addresses.Addresses`
            writes them, without the slash in front.
        is_kept: Whether there is a ledger at all.
    """

    lines: dict[str, int] = field(default_factory=dict)
    is_kept: bool = False

    def place(self, address: str) -> Place:
        """Return where the ledger names an address."""
        return Place(PurePosixPath(LEDGER_FILE), self.lines[address])


def read_ledger(root: Path) -> tuple[Ledger, list[Problem]]:
    """Read the ledger of a site.

    Args:
        root: The site's folder.

    Returns:
        The ledger, empty where there is none, and a problem for every line that is no address.
    """
    path, file = root / LEDGER_FILE, PurePosixPath(LEDGER_FILE)
    if path.is_symlink():
        return Ledger(), [Problem("BW017", Place(file))]
    if not path.exists():
        return Ledger(), []
    text, problems = read_text(path, file, most=MOST_BYTES)
    lines: dict[str, int] = {}
    for number, line in enumerate((text or "").split("\n"), start=1):
        if not line.strip():
            continue
        if is_site_address(line):
            lines.setdefault(line.removeprefix("/"), number)
        else:
            problems.append(Problem("BW951", Place(file, number)))
    return Ledger(lines, is_kept=text is not None), problems


def ledger_text(addresses: Iterable[str]) -> str:
    """Return the text of a ledger, in an order in which two people's additions merge."""
    return "".join(f"/{address}\n" for address in sorted(set(addresses)))
