"""A new product in its place in one go: made aside, judged, and moved by one rename."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from brugwerk.check import check_site
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brugwerk.problems import Problem

PRODUCTS = "products"


def judged_product(
    root: Path, product_id: str, files: Mapping[str, bytes], *, write: bool
) -> tuple[Problem, ...]:
    """Check the files of a new product, and put them in their place.

    They are made in a hidden folder beside the place, which readers pass by, and moved by one
    rename. So the product is there as a whole or not at all.

    Args:
        root: The folder of the site.
        product_id: The product's id; no product has it yet.
        files: Contents by path below the product's folder.
        write: Whether they are put in their place; otherwise they are judged only.

    Returns:
        The problems of the new product.

    Raises:
        OSError: The files cannot be written; then nothing is.
    """
    products = root / PRODUCTS
    is_new = not products.exists()
    products.mkdir(exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".import-", dir=products))
    try:
        made = aside / PRODUCTS / product_id
        _write(made, files)
        _copy(root, aside, (SETTINGS_FILE, "vocabulary", "networks"))
        folder = (PRODUCTS, product_id)
        found = tuple(
            problem
            for problem in check_site(aside).problems
            if problem.place.file.parts[:2] == folder
        )
        if write:
            if (products / product_id).exists():
                raise FileExistsError(products / product_id)
            made.rename(products / product_id)
    finally:
        shutil.rmtree(aside)
        if is_new and not any(products.iterdir()):
            products.rmdir()
    return found


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _copy(root: Path, aside: Path, names: Iterable[str]) -> None:
    """Copy what a product is judged by: the settings, the lists, the networks it may name."""
    for name in names:
        if (root / name).is_dir():
            shutil.copytree(root / name, aside / name, symlinks=True)
        elif (root / name).is_file():
            shutil.copy(root / name, aside / name)
