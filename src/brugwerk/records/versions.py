"""Earlier versions of a product: where they are kept, and what links in them start from."""

from __future__ import annotations

from pathlib import PurePosixPath

VERSIONS = "versions"


def kept_file(product: str, version: str) -> PurePosixPath:
    """Return the file in which a version of a product is kept, below the site's root."""
    return PurePosixPath("products", product, VERSIONS, f"{version}.md")


def is_kept_file(file: PurePosixPath) -> bool:
    """Return whether a file keeps an earlier version of a product."""
    match file.parts:
        case ("products", _, "versions", name):
            return name.endswith(".md")
        case _:
            return False


def folder_of_links(file: PurePosixPath) -> PurePosixPath:
    """Return the folder that links in a record's text start from.

    A kept version is the record as it was, letter for letter; its links start where they did.
    """
    return file.parent.parent if is_kept_file(file) else file.parent
