"""The two scripts of search: each one file, made of our modules and short on the line.

A phone asks for one file instead of twenty. lunr.js and its Dutch stemmer come from the installed
mkdocs package; nothing of them is copied into the repository.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "main.js"
WORKER = "worker.js"
_IMPORT = re.compile(r'^import [^;]*? from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_FIRST = re.compile(r"^importScripts\(([^)]*)\);\n", re.MULTILINE)
_NAME = re.compile(r'"([\w-]+\.js)"')


def page_script(folder: Path) -> str:
    """Return ``main.js`` with every module that it imports, in one scope.

    Args:
        folder: Where our scripts are.
    """
    return _short("".join(_modules(folder, PAGE, set())))


def worker_script(folder: Path, mkdocs_search: Path, language: str) -> str:
    """Return the worker with lunr.js and the scripts that it starts with.

    Args:
        folder: Where our scripts are.
        mkdocs_search: Where mkdocs keeps lunr.js.
        language: The language of the site.
    """
    worker = (folder / WORKER).read_text("utf-8")
    named = _FIRST.search(worker)
    if named is None:
        raise ValueError(f"{WORKER} does not say what it starts with")
    parts = [(folder / name).read_text("utf-8") for name in _NAME.findall(named.group(1))]
    ours = "".join([*parts, worker.replace(named.group(0), "")])
    return "\n;\n".join([*_lunr(mkdocs_search, language), _short(ours)])


def _modules(folder: Path, name: str, seen: set[str]) -> Iterator[str]:
    """Yield a module after those that it imports, each once."""
    seen.add(name)
    source = (folder / name).read_text("utf-8")
    for other in _IMPORT.findall(source):
        if other not in seen:
            yield from _modules(folder, other, seen)
    yield _EXPORT.sub("", _IMPORT.sub("", source))


def _lunr(folder: Path, language: str) -> Iterator[str]:
    """Yield lunr.js and what a language needs, each with its licence above it."""
    files = [folder / "templates" / "search" / "lunr.js"]
    if language != "en":
        files += [
            folder / "lunr-language" / "lunr.stemmer.support.js",
            folder / "lunr-language" / f"lunr.{language}.js",
        ]
    for file in files:
        source = file.read_text("utf-8")
        end = source.index("*/") + 2
        yield source[:end] + "\n" + _short(source[end:])


def _short(source: str) -> str:
    return str(rjsmin.jsmin(source))
