"""Keeping a version of a product before the next one is written over it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems import Place, Problem
from brugwerk.records.versions import kept_file

if TYPE_CHECKING:
    from brugwerk.check import Checked
    from brugwerk.problems.problem import Wording


class NotKeptError(Exception):
    """The version was not kept and nothing was written; ``problems`` says why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems


def keep_present_version(checked: Checked, product_id: str) -> PurePosixPath:
    """Copy a product's record, byte for byte, to the file of its present version.

    Args:
        checked: The site as the check found it.
        product_id: The product.

    Returns:
        The new file, below the site's root.

    Raises:
        NotKeptError: There is no such product, it has errors or no version, or the version was
            kept before.
        OSError: The file cannot be written.
    """
    entries = checked.entries
    file = PurePosixPath("products", product_id, "index.md")
    if product_id not in entries.ids("product"):
        suggestion = did_you_mean(nearest(product_id, entries.ids("product")))
        raise _refusal("BW967", PurePosixPath("products"), id=product_id, suggestion=suggestion)
    # A folder without its record is reported at the folder.
    if errors := [p for p in checked.errors if p.place.file in {file, file.parent}]:
        raise NotKeptError(*errors)
    version = entries.products[product_id].record.version
    if version is None:
        raise _refusal("BW969", file)
    kept = kept_file(product_id, version)
    path = entries.raw.root / kept
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("xb") as new:
            new.write((entries.raw.root / file).read_bytes())
    except FileExistsError:
        raise _refusal("BW968", kept, version=version) from None
    return kept


def _refusal(code: str, file: PurePosixPath, **facts: str | Wording) -> NotKeptError:
    return NotKeptError(Problem(code, Place(file), facts))
