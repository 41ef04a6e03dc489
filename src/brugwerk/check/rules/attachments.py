"""Attachments are there, are what they say they are, and can be opened by a school."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from brugwerk.check.attachments import PICTURES, flaws
from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries


def named_attachments_are_there(entries: Entries) -> Iterator[Problem]:
    """Every file that a product names is in its folder."""
    for product_id, entry in entries.products.items():
        on_disk = entries.raw.attachments.get(product_id, {})
        for index, file in enumerate(entry.record.files):
            if file.path not in on_disk:
                suggestion = did_you_mean(nearest(file.path, on_disk))
                path = ("files", index, "path")
                yield entry.problem("BW305", path, file=file.path, suggestion=suggestion)


def attachments_are_named(entries: Entries) -> Iterator[Problem]:
    """Every file in the folder of a product is named; a picture may be there for the text alone."""
    for product_id, entry in entries.products.items():
        named = {file.path for file in entry.record.files}
        for relative, attachment in entries.raw.attachments.get(product_id, {}).items():
            if relative not in named and attachment.suffix.lower() not in PICTURES:
                yield entry.problem("BW306", ("files",), of_key=True, file=relative)


def attachments_can_be_opened(entries: Entries) -> Iterator[Problem]:
    """A file is of a kind that schools open, is what its name says, and does nothing by itself."""
    for product_id, files in entries.raw.attachments.items():
        for relative, path in files.items():
            file = PurePosixPath("products", product_id, relative)
            try:
                with path.open("rb") as stream:
                    size = path.stat().st_size
                    for flaw in flaws(stream, path.suffix.lower(), size):
                        yield Problem(flaw.code, Place(file, flaw.line), flaw.facts)
            except OSError as error:
                yield Problem("BW001", Place(file), {"reason": error.strerror or "?"})


RULES = (named_attachments_are_there, attachments_are_named, attachments_can_be_opened)
