"""The same pages in the hands of Material for MkDocs and of Zensical, as each is used at its best.

Both get what `brugwerk compose` writes: one Markdown file for each page, whose text is already
HTML. The menu is small and pruned, their own search is on, and no code of ours runs.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import yaml

from bench import sites

if TYPE_CHECKING:
    from pathlib import Path

# Newer ones need a package that is not everywhere to be had.
ZENSICAL = ("zensical", "zensical==0.0.73")
LONGEST_INSTALL = 600
CONFIG = "mkdocs.yml"
_MENU = 13


def compose(tree: Path, folder: Path) -> int:
    """Write the pages of a site as plain Markdown below ``folder``, and return how many.

    Args:
        tree: The site.
        folder: A new folder; it gets a configuration and the pages in ``docs/``.

    Raises:
        BuildError: The pages could not be written.
    """
    folder.mkdir()
    docs = folder / "docs"
    program = "from brugwerk.command import main; main()"
    arguments = ["compose", "--root", str(tree), "--out", str(docs)]
    sites.run(
        [sys.executable, "-c", program, *arguments], folder, {"PYTHONPATH": str(tree / "src")}
    )
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    menu = [page for page in pages if page.count("/") <= 1][:_MENU]
    if "index.md" not in pages:
        (docs / "index.md").write_text("# Brugwerk\n", "utf-8")
        menu = ["index.md", *menu]
    config = {
        "site_name": "Brugwerk",
        "site_url": "https://example.org/",
        "theme": {
            "name": "material",
            "language": "nl",
            "font": False,
            "features": ["navigation.prune"],
        },
        "nav": menu,
        "not_in_nav": "*",
        "plugins": [{"search": {"lang": "nl"}}],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": False}}],
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (folder / CONFIG).write_text(text, "utf-8")
    return len(pages)


def material(out: Path) -> list[str]:
    """Return the command that builds the pages with Material, from the folder of ``compose``."""
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", CONFIG, "-d", str(out)]


def install_zensical(folder: Path) -> tuple[list[str], str]:
    """Install Zensical into a folder of its own.

    Args:
        folder: A new folder.

    Returns:
        The command that builds with it, and its version.

    Raises:
        BuildError: It cannot be had; the text says why.
    """
    sites.run([sys.executable, "-m", "venv", str(folder)], folder.parent)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "-q", "--disable-pip-version-check"]
    said = []
    for wanted in ZENSICAL:
        try:
            sites.run([*pip, "install", wanted], folder, longest=LONGEST_INSTALL)
        except sites.BuildError as failed:
            said.append(f"{wanted}: {failed}")
            continue
        show = [str(programs / "python"), "-c", "from importlib.metadata import version as v;"]
        show[-1] += "print(v('zensical'))"
        command = [str(programs / "zensical"), "build", "-c", "-f", CONFIG]
        return command, sites.run(show, folder).strip()
    raise sites.BuildError("\n".join(said))
