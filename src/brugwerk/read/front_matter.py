"""One Markdown file: its front matter with positions, and its body.

python-frontmatter splits the text; the handler below reads the YAML so that duplicates, aliases
and positions are not lost, and what is wrong becomes a problem instead of a silent default.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from brugwerk.problems import Place, Problem
from brugwerk.read.rare import Rare, rare_in
from brugwerk.read.slips import slip_of
from brugwerk.read.yaml_data import FlawedYamlError
from brugwerk.read.yaml_text import KeyPath, YamlText, read_yaml

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from brugwerk.read.yaml_data import Flaw

MAX_BYTES = 1_000_000
_CODE_OF_FLAW = {
    "syntax": "BW007",
    "character": "BW016",
    "duplicate": "BW008",
    "alias": "BW009",
    "tag": "BW009",
    "key": "BW007",
    "depth": "BW012",
}
# A line of hyphens. It begins with three plain signs, which `re` finds faster than a line's start.
_FENCE = re.compile(r"---(?<![^\n]---)-*[ \t]*$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)*|")


@dataclass(frozen=True)
class Source:
    """A record's file as it was read.

    Attributes:
        file: Path below the site's root.
        data: The front matter, empty where it could not be read.
        body: The Markdown below it.
        yaml: The front matter's YAML with its node tree, for positions.
        first_line: Lines before the YAML begins (the opening ``---``).
        body_line: Line of the file, from 1, on which the body begins.
    """

    file: PurePosixPath
    data: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    yaml: YamlText | None = None
    first_line: int = 0
    body_line: int = 1

    @property
    def texts(self) -> str:
        """Every text and long number of the front matter, each on lines of its own."""
        return self.yaml.texts if self.yaml else ""

    @cached_property
    def rare_in_body(self) -> frozenset[Rare]:
        """What may be in the body."""
        return rare_in(self.body)

    @cached_property
    def rare_in_texts(self) -> frozenset[Rare]:
        """What may be in a text of the front matter."""
        return rare_in(self.texts)

    def place(self, path: KeyPath = (), *, of_key: bool = False) -> Place:
        """Return where the value at ``path`` stands in the file, or its key."""
        if self.yaml is None:
            return Place(self.file)
        line, column = self.yaml.position(path, of_key=of_key)
        return Place(self.file, self.first_line + line + 1, column + 1)

    def place_of(self, path: KeyPath, passage: str) -> Place:
        """Return where a passage of the value at ``path`` stands in the file."""
        if self.yaml is None:
            return Place(self.file)
        line, column = self.yaml.position_of(path, passage)
        return Place(self.file, self.first_line + line + 1, column + 1)

    def place_in_body(self, offset: int) -> Place:
        """Return where the character at ``offset`` of the body stands in the file."""
        before = self.body[:offset]
        line = self.body_line + before.count("\n")
        return Place(self.file, line, offset - (before.rfind("\n") + 1) + 1)


class _PositionedHandler(YAMLHandler):
    """Lets python-frontmatter hand the YAML over to :func:`read_yaml`."""

    # The library's own boundary runs on over empty lines, and moves every position below them.
    FM_BOUNDARY = _FENCE
    yaml: YamlText | None = None

    def load(self, fm: str, **kwargs: object) -> Any:
        self.yaml = read_yaml(fm.removeprefix("\n"))
        return self.yaml.data


def read_front_matter(path: Path, file: PurePosixPath) -> tuple[Source, list[Problem]]:
    """Read one Markdown file with front matter.

    Args:
        path: Where the file is.
        file: Its path below the site's root, as problems name it.

    Returns:
        The source, with whatever could be read, and the problems met.
    """
    text, problems = read_text(path, file)
    return (Source(file), problems) if text is None else front_matter_of(text, file)


def front_matter_of(text: str, file: PurePosixPath) -> tuple[Source, list[Problem]]:
    """Take the front matter out of the text of one Markdown file.

    Args:
        text: The whole file, with line feeds only.
        file: Its path below the site's root, as problems name it.

    Returns:
        As :func:`read_front_matter`.
    """
    if not text.strip():
        return Source(file), [Problem("BW003", Place(file))]
    fences = list(islice(_FENCE.finditer(text), 2))
    if not fences or text[: fences[0].start()].strip():
        return Source(file, body=text), [Problem("BW004", Place(file))]
    if len(fences) < 2:
        line = text.count("\n", 0, fences[0].start()) + 1
        return Source(file), [Problem("BW005", Place(file, line))]
    first_line = text.count("\n", 0, fences[0].end()) + 1
    front = text[fences[0].end() : fences[1].start()]
    handler = _PositionedHandler()
    try:
        data, _ = frontmatter.parse(text[: fences[1].end()], handler=handler)
    except FlawedYamlError as error:
        return Source(file), [flaw_problem(error.flaw, file, first_line, front)]
    problems = [
        flaw_problem(flaw, file, first_line, front)
        for flaw in (handler.yaml.flaws if handler.yaml else ())
    ]
    if handler.yaml is None or not isinstance(handler.yaml.data, dict):
        problems.append(Problem("BW010", Place(file, first_line + 1)))
        data = {}
    # The library strips the text below; its first line may be indented, and is code then.
    start = _EMPTY_LINES.match(text, fences[1].end()).end()  # type: ignore[union-attr]
    body = text[start:].rstrip()
    body_line = text.count("\n", 0, start) + 1
    return Source(file, data, body, handler.yaml, first_line, body_line), problems


def read_text(
    path: Path, file: PurePosixPath, most: int = MAX_BYTES
) -> tuple[str | None, list[Problem]]:
    """Return the file's text with line feeds only, or the problem that kept it from being read."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return None, [Problem("BW001", Place(file), {"reason": "not a file"})]
        raw = path.read_bytes() if found.st_size <= most else None
    except OSError as error:
        return None, [Problem("BW001", Place(file), {"reason": error.strerror or "?"})]
    if raw is None:
        return None, [Problem("BW011", Place(file), {"limit": f"{most // 1000} kB"})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return None, [Problem("BW002", Place(file, line, column))]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def flaw_problem(flaw: Flaw, file: PurePosixPath, lines_before: int, text: str) -> Problem:
    """Turn a flaw of the YAML ``text``, which ``lines_before`` lines precede, into a problem."""
    place = Place(file, lines_before + flaw.line + 1, flaw.column + 1)
    lines = text.removeprefix("\n").split("\n")
    line = lines[flaw.line] if flaw.line < len(lines) else ""
    indent = len(line) - len(line.lstrip())
    if flaw.kind == "syntax" and "\t" in line[: max(flaw.column + 1, indent)]:
        return Problem("BW006", Place(file, place.line, line.index("\t") + 1))
    code = _CODE_OF_FLAW[flaw.kind]
    if code == "BW007":
        slip = slip_of(flaw, lines)
        place = Place(file, lines_before + slip.line + 1, slip.column + 1)
        return Problem(code, place, {"fix": slip.fix})
    return Problem(code, place, {"detail": flaw.detail})
