"""The house: data flows one way, one module knows MkDocs, and everything public says what it is."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

from tests.builders import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = REPOSITORY / "src"
PACKAGE = SOURCE / "brugwerk"
FILES = sorted(PACKAGE.rglob("*.py"))

# Rooms in order: each may use those before it and its own. A line is a room or rooms of a height.
ORDER = (
    ("first_look",),
    ("personal", "shelf"),
    ("problems", "settings", "records", "language", "addresses"),
    ("read",),
    ("check",),
    ("mend",),
    ("catalogue",),
    ("contribute",),
    ("derive",),
    ("render",),
    ("search",),
    ("exports",),
    ("publish", "web"),
    ("macros", "command", "bridge"),
)
HEIGHT = {room: height for height, rooms in enumerate(ORDER) for room in rooms}
# Rooms of one height that may use another one beside them.
ALLOWED_BESIDE = {"settings": {"records"}, "bridge": {"macros"}}
HOST = {"mkdocs", "mkdocs_macros", "material", "mkdocs_get_deps"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "common"}


def module_name(file: Path) -> str:
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_of(module: str) -> str:
    """The room of ``brugwerk.<room>.…``; empty for the package itself and for other packages."""
    parts = module.split(".")
    return parts[1] if parts[0] == "brugwerk" and len(parts) > 1 else ""


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


class _Imports(ast.NodeVisitor):
    """Collects every import that happens when a module runs; those for types only are passed by."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test).endswith("TYPE_CHECKING"):
            for part in node.orelse:
                self.visit(part)
        else:
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found += [alias.name for alias in node.names]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert node.level == 0, "imports are absolute"
        module = node.module or ""
        # `from brugwerk import bridge` names a room after the word import.
        self.found += [f"{module}.{a.name}" if module == "brugwerk" else module for a in node.names]


def imports(file: Path) -> list[str]:
    collector = _Imports()
    collector.visit(tree(file))
    return collector.found


def name_of(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()


def test_every_module_stands_in_a_room_that_this_test_knows() -> None:
    rooms = {room_of(module_name(file)) for file in FILES} - {""}
    assert rooms == set(HEIGHT)


def used_rooms(file: Path) -> set[str]:
    return {room_of(module) for module in imports(file)} & set(HEIGHT)


def test_no_room_uses_a_later_room() -> None:
    wrong = {
        name_of(file): later
        for file in FILES
        if (room := room_of(module_name(file)))
        and (later := {used for used in used_rooms(file) if HEIGHT[used] > HEIGHT[room]})
    }
    assert wrong == {}


def test_rooms_of_one_height_stand_apart() -> None:
    wrong = {}
    for file in FILES:
        if room := room_of(module_name(file)):
            beside = {other for other in used_rooms(file) if HEIGHT[other] == HEIGHT[room]}
            if strange := beside - {room} - ALLOWED_BESIDE.get(room, set()):
                wrong[name_of(file)] = strange
    assert wrong == {}


def test_only_the_bridge_knows_mkdocs() -> None:
    knows = {
        module_name(file)
        for file in FILES
        if {module.split(".")[0] for module in imports(file)} & HOST
    }
    assert {room_of(module) for module in knows} == {"bridge"}


def test_hooks_know_mkdocs_and_the_bridge_and_nothing_else_of_brugwerk() -> None:
    hooks = sorted((REPOSITORY / "hooks").glob("*.py"))
    assert hooks
    for hook in hooks:
        own = {module for module in imports(hook) if module.startswith("brugwerk")}
        assert own <= {"brugwerk.bridge"}


def test_hooks_decide_nothing() -> None:
    decisions = (ast.If, ast.For, ast.While, ast.Try, ast.IfExp, ast.comprehension, ast.Lambda)
    for hook in sorted((REPOSITORY / "hooks").glob("*.py")):
        found = [node for node in ast.walk(tree(hook)) if isinstance(node, decisions)]
        assert found == [], name_of(hook)


def test_the_name_of_a_module_says_what_is_inside() -> None:
    for file in FILES:
        assert set(re.split(r"[._]", module_name(file))) & NAMES_THAT_SAY_NOTHING == set()


def public(node: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """The public classes and functions of a module, and the public methods of those classes."""
    for part in node.body:
        if isinstance(part, ast.ClassDef | ast.FunctionDef) and not part.name.startswith("_"):
            yield part
            if isinstance(part, ast.ClassDef):
                yield from public(part)


def test_everything_public_says_what_it_is() -> None:
    silent = [name_of(file) for file in FILES if not ast.get_docstring(tree(file))]
    silent += [
        f"{name_of(file)}: {part.name}"
        for file in FILES
        for part in public(tree(file))
        if not ast.get_docstring(part)
    ]
    assert silent == []


def test_records_are_never_run_through_jinja() -> None:
    makers = [
        name_of(file)
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"from_string", "render_str"}
    ]
    assert makers == []


def test_only_a_command_line_ends_the_process() -> None:
    for file in FILES:
        if room_of(module_name(file)) == "command" or file.stem == "__main__":
            continue
        ends = [
            n for n in ast.walk(tree(file)) if isinstance(n, ast.Attribute) and n.attr == "exit"
        ]
        assert ends == [], name_of(file)
