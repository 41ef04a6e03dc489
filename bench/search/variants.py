"""The same site three ways: with our search, with Material's, and with Pagefind's.

All three get the same pages: those that the site itself lets search find.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench import sites

PAGEFIND = "pagefind[extended]>=1.5,<2"
PAGEFIND_PAGE = "zoeken-met-pagefind"
LONGEST_INSTALL = 600
# The whole text of a page without the navigation around it, which is what the others index too.
PAGEFIND_ROOT = "article.md-content__inner"
PAGEFIND_HTML = """---
title: Zoeken
hide: [navigation, toc]
---

<link href="../pagefind/pagefind-ui.css" rel="stylesheet">
<div id="search"></div>
<script src="../pagefind/pagefind-ui.js"></script>
<script>
const size = Number(new URLSearchParams(location.search).get("n"));
new PagefindUI({element: "#search", showImages: false, ...(size ? {pageSize: size} : {})});
</script>
"""
# Every file and setting of our own search has this in its name, and its field stands in a block of
# the theme that asks for its words. Without them Material shows its own search again.
OWN = "search"
# Pagefind writes its files after the build, so the page that loads them leads nowhere until then;
# MkDocs makes every page itself; and files for other programs are not searched.
OTHERS = ("check_links", "press_pages", "publish_exports")
ALL_PAGES = Path(__file__).with_name("all_pages.py")
_OWN_BLOCK = re.compile(
    r"{% block (\w+) %}(?:(?!{% endblock).)*?brugwerk_search.*?{% endblock(?: \w+)? %}", re.DOTALL
)


@dataclass(frozen=True)
class Variant:
    """A built site with one search in it.

    Attributes:
        folder: The built site.
        seconds: How long it took to build, with its index.
    """

    folder: Path
    seconds: float


def ours(copy: Path, out: Path, longest: float) -> Variant:
    """Build the site as it is; each of these may take ``longest`` seconds."""
    begin = time.monotonic()
    return Variant(sites.build(copy, out, longest=longest), time.monotonic() - begin)


def material(copy: Path, out: Path, longest: float) -> Variant:
    """Build the site with the search that Material brings, in Dutch, and without ours."""
    begin = time.monotonic()
    config = _without_our_search(copy, "mkdocs-material.yml", {"search": {"lang": "nl"}})
    return Variant(sites.build(copy, out, config, longest), time.monotonic() - begin)


def searchable(found: Variant) -> frozenset[str]:
    """Return the addresses that search may find, from the index that Material's search made."""
    index = json.loads((found.folder / "search" / "search_index.json").read_text("utf-8"))
    return frozenset(str(entry["location"]).partition("#")[0] for entry in index["docs"])


def searchable_by_ours(found: Variant, page: str) -> frozenset[str]:
    """Return the same from our own index, below the address of the search page."""
    place = found.folder / page
    start = json.loads((place / "manifest.json").read_text("utf-8"))["start"]
    return frozenset(json.loads((place / "index" / start).read_text("utf-8"))["addresses"])


def pagefind(
    copy: Path, out: Path, command: list[str], pages: frozenset[str], longest: float
) -> Variant:
    """Build the site without any search and let Pagefind index its HTML.

    Args:
        copy: The copy of the tree; a page with Pagefind's own interface is added to it.
        out: The folder for the site.
        command: How Pagefind is run, from ``install_pagefind``.
        pages: The addresses that may be found.
        longest: The seconds that building may take, and indexing too.
    """
    begin = time.monotonic()
    config = _without_our_search(copy, "mkdocs-pagefind.yml", None)
    page = copy / "docs" / f"{PAGEFIND_PAGE}.md"
    page.write_text(PAGEFIND_HTML, "utf-8")
    try:
        sites.build(copy, out, config, longest)
    finally:
        page.unlink()
    # Pagefind takes one pattern of files, so it gets a folder with just the pages.
    mirror = out.with_name("pagefind-pages")
    for address in pages:
        (mirror / address).mkdir(parents=True, exist_ok=True)
        os.link(out / address / "index.html", mirror / address / "index.html")
    options = ["--site", str(mirror), "--output-path", str(out / "pagefind")]
    sites.run([*command, *options, "--root-selector", PAGEFIND_ROOT], out, longest=longest)
    shutil.rmtree(mirror)
    return Variant(out, time.monotonic() - begin)


def install_pagefind(folder: Path) -> list[str]:
    """Install Pagefind into a folder of its own and return the command that runs it.

    The Python package is tried first, then the npm package.

    Raises:
        BuildError: Neither can be had; the text says why.
    """
    said = []
    try:
        sites.run([sys.executable, "-m", "venv", str(folder / "python")], folder)
        python = folder / "python" / ("Scripts" if os.name == "nt" else "bin") / "python"
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        sites.run([*pip, PAGEFIND], folder, longest=LONGEST_INSTALL)
    except sites.BuildError as failed:
        said.append(f"pip: {failed}")
    else:
        return [str(python), "-m", "pagefind"]
    npm = shutil.which("npm")
    if npm:
        try:
            install = [npm, "install", "--silent", "--prefix", str(folder / "node"), "pagefind@1"]
            sites.run(install, folder, longest=LONGEST_INSTALL)
        except sites.BuildError as failed:
            said.append(f"npm: {failed}")
        else:
            return [str(folder / "node" / "node_modules" / ".bin" / "pagefind")]
    raise sites.BuildError("\n".join(said))


def _without_our_search(copy: Path, name: str, plugin: dict[str, object] | None) -> str:
    config = yaml.safe_load((copy / "mkdocs.yml").read_text("utf-8"))
    for key in ("plugins", "hooks", "extra_css", "extra_javascript"):
        config[key] = [
            entry
            for entry in config.get(key, [])
            if not any(name in _named(entry) for name in (OWN, *OTHERS))
        ]
    shutil.copy2(ALL_PAGES, copy / "hooks" / ALL_PAGES.name)
    config["hooks"].append(f"hooks/{ALL_PAGES.name}")
    config["plugins"][:0] = [plugin] if plugin else []
    theme = copy / "theme-without-search"
    if not theme.is_dir():
        ours = copy / config["theme"]["custom_dir"]
        shutil.copytree(ours, theme, ignore=shutil.ignore_patterns(f"*{OWN}*"))
        for template in theme.rglob("*.html"):
            template.write_text(_OWN_BLOCK.sub("", template.read_text("utf-8")), "utf-8")
    config["theme"]["custom_dir"] = theme.name
    (copy / name).write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    return name


def _named(entry: object) -> str:
    if isinstance(entry, dict):
        return str(entry.get("path", "")) or " ".join(map(str, entry))
    return str(entry)
