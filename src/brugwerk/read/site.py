"""All files of a site: which record each one holds, and what stands where no record belongs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from brugwerk.problems import Place, Problem
from brugwerk.read.front_matter import Source, flaw_problem, read_front_matter, read_text
from brugwerk.read.ledger import Ledger, read_ledger
from brugwerk.read.names import (
    MOST_BYTES_OF_NAME,
    MOST_SIGNS_OF_PATH,
    colliding,
    flaw_of_name,
    printable,
)
from brugwerk.read.yaml_data import FlawedYamlError
from brugwerk.read.yaml_text import read_yaml
from brugwerk.records.fields import ID_PATTERN, VERSION_PATTERN
from brugwerk.records.moves import REDIRECTS_FILE
from brugwerk.records.versions import VERSIONS, kept_file
from brugwerk.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(ID_PATTERN)
_VERSION = re.compile(VERSION_PATTERN)
INDEX = "index.md"
SOURCES = "sources"
MOST_RECORDS = 20_000
MOST_IN_FOLDER = 1_000


@dataclass(frozen=True)
class RawRecord:
    """One record as it was read, before its shape is checked.

    Attributes:
        kind: ``product``, ``network``, ``reflection``, ``school``, ``adoption`` or ``version``.
        id: The folder's or the file's name.
        owner: The network of a reflection, the school of an adoption, the product of a kept
            version; empty for the others.
        source: The front matter and body, with positions.
    """

    kind: str
    id: str
    owner: str
    source: Source

    @property
    def data(self) -> dict[str, Any]:
        """The front matter."""
        return self.source.data


@dataclass
class RawSite:
    """Everything that was read, and every problem met on the way.

    Attributes:
        root: The site's folder.
        records: The records whose file could be read, in order of path.
        unreadable: ``(kind, owner, id)`` of records whose file could not be read; they exist, so
            that references to them are not called dangling as well.
        attachments: The files of every product, as paths below the product's folder.
        lists: The vocabulary files by scheme.
        settings: The settings file, where there is one.
        redirects: The file of redirects, where there is one.
        ledger: Every address that was ever published.
        kept_catalogues: The files in which products of other sites are kept, by site.
        problems: What went wrong.
    """

    root: Path
    records: list[RawRecord] = field(default_factory=list)
    unreadable: set[tuple[str, str, str]] = field(default_factory=set)
    attachments: dict[str, dict[str, Path]] = field(default_factory=dict)
    lists: dict[str, Source] = field(default_factory=dict)
    settings: Source | None = None
    redirects: Source | None = None
    ledger: Ledger = field(default_factory=Ledger)
    kept_catalogues: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_site(root: Path) -> RawSite:
    """Read every record, controlled list and setting below ``root``.

    Args:
        root: The folder that holds ``products/``, ``networks/``, ``schools/``, ``vocabulary/``.

    Returns:
        What was read; nothing is skipped in silence.
    """
    site = RawSite(root)
    reader = _Reader(site)
    reader.products()
    reader.networks()
    reader.schools()
    reader.vocabulary()
    reader.settings()
    reader.redirects()
    reader.ledger()
    reader.kept_catalogues()
    return site


class _Reader:
    def __init__(self, site: RawSite) -> None:
        self.site = site

    def _file(self, path: Path) -> PurePosixPath:
        return PurePosixPath(printable(path.relative_to(self.site.root).as_posix()))

    def _problem(self, code: str, path: Path, **facts: str) -> None:
        self.site.problems.append(Problem(code, Place(self._file(path)), facts))

    def _children(self, folder: Path, most: int = MOST_IN_FOLDER) -> Iterator[tuple[Path, bool]]:
        """Yield what is in a folder in order of name, and whether it is a folder.

        Links and names that cannot be used everywhere are refused, hidden files passed by. A
        listing knows what is a folder for nothing.
        """
        try:
            with os.scandir(folder) as listed:
                children = sorted(islice(listed, most + 1), key=lambda child: child.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._problem("BW001", folder, reason=error.strerror or "?")
            return
        if len(children) > most:
            self._problem("BW886", folder, limit=str(most))
            return
        for name, other in colliding(child.name for child in children):
            self._problem("BW883", folder / name, name=printable(name), other=printable(other))
        room = MOST_SIGNS_OF_PATH - (len(str(folder)) - len(str(self.site.root)))
        for child in children:
            if not child.name.startswith("."):
                path = folder / child.name
                if self._may_be_used(path, child, room):
                    yield path, child.is_dir()

    def _may_be_used(self, path: Path, child: os.DirEntry[str], room: int) -> bool:
        code = "BW017" if child.is_symlink() else flaw_of_name(child.name)
        if code is None and len(child.name) > room:
            code = "BW885"
        if code is None and not child.is_dir() and not child.is_file() and child.name != INDEX:
            # A pipe or a device would keep whoever reads it waiting.
            self._problem("BW001", path, reason="not a file")
            return False
        if code is None:
            return True
        name = printable(child.name)
        facts = {} if code == "BW017" else {"name": name if len(name) < 60 else f"{name[:59]}…"}
        if code == "BW885":
            facts |= {"bytes": str(MOST_BYTES_OF_NAME), "signs": str(MOST_SIGNS_OF_PATH)}
        self._problem(code, path, **facts)
        return False

    def _folders(self, name: str) -> Iterator[Path]:
        """Yield the folder of every record of a kind."""
        home = self.site.root / name
        if home.is_symlink():
            self._problem("BW017", home)
            return
        for child, is_folder in self._children(home, MOST_RECORDS):
            if not is_folder:
                self._problem("BW013", child, expected=f"{name}/<id>/{INDEX}")
            elif not _ID.fullmatch(child.name):
                self._problem("BW015", child, name=child.name)
            elif (child / INDEX).is_symlink():
                self._problem("BW017", child / INDEX)
                self.site.unreadable.add((name.removesuffix("s"), "", child.name))
            elif not (child / INDEX).exists():
                self._problem("BW014", child, name=child.name)
                self.site.unreadable.add((name.removesuffix("s"), "", child.name))
            else:
                yield child

    def _record(self, kind: str, path: Path, record_id: str, owner: str = "") -> None:
        source, problems = read_front_matter(path, self._file(path))
        self.site.problems += problems
        if source.data:
            self.site.records.append(RawRecord(kind, record_id, owner, source))
        else:
            self.site.unreadable.add((kind, owner, record_id))
            if not problems:
                self._problem("BW003", path)

    def products(self) -> None:
        for folder in self._folders("products"):
            self._record("product", folder / INDEX, folder.name)
            files: dict[str, Path] = {}
            for child, is_folder in self._children(folder):
                if child.name == "files" and is_folder:
                    below = list(islice(self._below(child), MOST_IN_FOLDER + 1))
                    if len(below) > MOST_IN_FOLDER:
                        self._problem("BW886", child, limit=str(MOST_IN_FOLDER))
                        below = []
                    files = {path.relative_to(folder).as_posix(): path for path in below}
                elif child.name == VERSIONS and is_folder:
                    self._versions(child, folder.name)
                elif child.name != INDEX:
                    self._problem("BW013", child, expected=f"products/{folder.name}/files/")
            self.site.attachments[folder.name] = files

    def _versions(self, folder: Path, product: str) -> None:
        for child, is_folder in self._children(folder):
            if child.suffix != ".md" or is_folder:
                self._problem("BW013", child, expected=str(kept_file(product, "1.0")))
            elif not _VERSION.fullmatch(child.stem):
                self._problem("BW961", child, name=child.name)
            else:
                self._record("version", child, child.stem, product)

    def _below(self, folder: Path) -> Iterator[Path]:
        for child, is_folder in self._children(folder):
            if is_folder:
                yield from self._below(child)
            else:
                yield child

    def networks(self) -> None:
        for folder in self._folders("networks"):
            self._record("network", folder / INDEX, folder.name)
            for child, is_folder in self._children(folder):
                if child.name == "reflections" and is_folder:
                    self._reflections(child, folder.name)
                elif child.name != INDEX:
                    expected = f"networks/{folder.name}/reflections/2026-03-04.md"
                    self._problem("BW013", child, expected=expected)

    def _reflections(self, folder: Path, network: str) -> None:
        for child, is_folder in self._children(folder):
            if child.suffix != ".md" or is_folder:
                self._problem("BW013", child, expected="2026-03-04.md")
            elif not _is_day(child.stem):
                self._problem("BW018", child, name=child.name)
            else:
                self._record("reflection", child, child.stem, network)

    def schools(self) -> None:
        for folder in self._folders("schools"):
            self._record("school", folder / INDEX, folder.name)
            for child, is_folder in self._children(folder):
                if child.name == INDEX:
                    continue
                if child.suffix != ".md" or is_folder:
                    expected = f"schools/{folder.name}/<product-id>.md"
                    self._problem("BW013", child, expected=expected)
                elif not _ID.fullmatch(child.stem):
                    self._problem("BW015", child, name=child.stem)
                else:
                    self._record("adoption", child, child.stem, folder.name)

    def vocabulary(self) -> None:
        home = self.site.root / "vocabulary"
        if home.is_symlink():
            self._problem("BW017", home)
            return
        for child, _ in self._children(home):
            if child.suffix != ".yml":
                self._problem("BW013", child, expected="vocabulary/themes.yml")
                continue
            if (source := self._yaml_file(child)) is not None:
                self.site.lists[child.stem] = source

    def settings(self) -> None:
        self.site.settings = self._file_at_the_root(SETTINGS_FILE)

    def redirects(self) -> None:
        self.site.redirects = self._file_at_the_root(REDIRECTS_FILE)

    def ledger(self) -> None:
        self.site.ledger, problems = read_ledger(self.site.root)
        self.site.problems += problems

    def kept_catalogues(self) -> None:
        home = self.site.root / SOURCES
        if home.is_symlink():
            self._problem("BW017", home)
            return
        for child, is_folder in self._children(home):
            if child.suffix != ".json" or is_folder:
                self._problem("BW013", child, expected=f"{SOURCES}/<id>.json")
            else:
                self.site.kept_catalogues[child.stem] = child

    def _file_at_the_root(self, name: str) -> Source | None:
        path = self.site.root / name
        if path.is_symlink():
            self._problem("BW017", path)
            return None
        return self._yaml_file(path) if path.exists() else None

    def _yaml_file(self, path: Path) -> Source | None:
        file = self._file(path)
        text, problems = read_text(path, file)
        self.site.problems += problems
        if text is None:
            return None
        if not text.strip():
            self._problem("BW003", path)
            return None
        try:
            yaml = read_yaml(text)
        except FlawedYamlError as error:
            self.site.problems.append(flaw_problem(error.flaw, file, 0, text))
            return None
        self.site.problems += [flaw_problem(flaw, file, 0, text) for flaw in yaml.flaws]
        if not isinstance(yaml.data, dict):
            self._problem("BW010", path)
            return None
        return Source(file, yaml.data, yaml=yaml)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
