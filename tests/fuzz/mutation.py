"""Sound records with something changed that a slip, a program or an attacker could change."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import yaml

from tests.builders import as_yaml

if TYPE_CHECKING:
    from random import Random

Path = tuple[str | int, ...]

# Values that have surprised a reader of YAML, a rule, a template or a converter before.
SURPRISES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**17, 1.5, float("inf"), "", " ", "\n", "null", "~", "no"),
    *("0", "-0", "1e9", "PT0M", "PT9999999H", "99:99", "2026-02-30", "0000-00-00", "1.10", "=1+1"),
    *(
        "\u202e",
        "\u200b",
        "\ud7ff",
        "\ufeff",
        "\x85",
        "\u2028",
        "é" * 300,
        "x" * 5_000,
        "../..",
        "/",
    ),
    *(
        "{{ 7*7 }}",
        "{% raw %}",
        "<script>",
        "<!--",
        "]]>",
        "[a](javascript:x)",
        "![](//x)",
        "$\\x$",
    ),
    *("*a **a *a", "[[[[", "![![", "```\n", "- " * 30, "> " * 30, "|a|\n|-|", "[^1]", "%s", "{0}"),
    *([], {}, [[]], [None], {"": None}, {"id": "x"}, [{"id": []}], ["x", "x"], {"a": {"a": {}}}),
)
CHANGES = ("delete", "replace", "replace", "double", "rename", "swap", "wrap", "text")
SPLICES = (
    *(b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"\t", b"\r", b"---\n", b"---", b"...\n", b": "),
    *(b"- ", b"\n- "),
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"!t ", b"? ", b"[", b"]", b"{", b"}", b"|\n"),
    *(b">\n", b"'", b'"', b"#", b"%YAML 9.9\n", b"<<: *a\n", b"\xef\xbb\xbf", b"\xe2\x80\xa8"),
    *(b"`", b"``"),
    *(b"[", b"](", b"![", b"<", b"&#", b"$", b"~~~\n", b'=== "a"\n', b"!!! note\n", b"\n\n"),
)


def mutated(record: bytes, random: Random) -> bytes:
    """Return a record with one to four changes, in its structure, in its bytes, or in both."""
    if random.random() < 0.6:
        record = _in_structure(record, random)
    for _ in range(random.choice((0, 0, 1, 1, 2)) if random.random() < 0.6 else 0):
        record = _in_bytes(record, random)
    return record


def _in_structure(record: bytes, random: Random) -> bytes:
    _, front, body = record.split(b"---\n", 2)
    data = yaml.load(front, Loader=yaml.CSafeLoader)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        paths = list(_paths(data))
        if paths:
            data = _changed(data, random.choice(paths), random)
    if random.random() < 0.1:
        body += str(random.choice(SURPRISES)).encode("utf-8", "replace") * random.choice((1, 3))
    text = as_yaml(data).encode("utf-8", "surrogatepass")
    if random.random() < 0.1:
        text = _retagged(text, random)
    return b"---\n" + text + b"---\n" + body


def _paths(node: Any, path: Path = ()) -> Any:
    if isinstance(node, dict | list):
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for key, part in pairs:
            yield (*path, key)
            yield from _paths(part, (*path, key))


def _changed(data: Any, path: Path, random: Random) -> Any:
    data = copy.deepcopy(data)
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    last = path[-1]
    match random.choice(
        ("delete", "replace", "replace", "double", "rename", "swap", "wrap", "text")
    ):
        case "delete":
            del parent[last]
        case "replace":
            parent[last] = copy.deepcopy(random.choice(SURPRISES))
        case "double" if isinstance(parent, list):
            parent.insert(random.randrange(len(parent) + 1), copy.deepcopy(parent[last]))
        case "rename" if isinstance(parent, dict):
            parent[str(random.choice(SURPRISES))[:40]] = parent.pop(last)
        case "swap":
            other = random.choice(list(_paths(data)))
            parent[last] = copy.deepcopy(_at(data, other))
        case "wrap":
            parent[last] = random.choice(([parent[last]], {"x": parent[last]}))
        case "text" if isinstance(parent[last], str):
            parent[last] += str(random.choice(SURPRISES))
        case _:
            parent[last] = [copy.deepcopy(parent[last])] * random.choice((2, 30))
    return data


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _retagged(text: bytes, random: Random) -> bytes:
    tag = random.choice((b"!!str ", b"!!int ", b"!!map ", b"!!set ", b"!!binary ", b"!x ", b"&a "))
    lines = text.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = lines[at].replace(b": ", b": " + tag, 1)
    return b"\n".join(lines)


def _in_bytes(record: bytes, random: Random) -> bytes:
    begin = random.randrange(len(record) + 1)
    end = min(len(record), begin + random.choice((0, 0, 1, 1, 2, 8, 40)))
    match random.choice(("splice", "splice", "flip", "double", "cut")):
        case "splice":
            return record[:begin] + random.choice(SPLICES) * random.choice((1, 1, 9)) + record[end:]
        case "flip" if begin < len(record):
            return record[:begin] + bytes([random.randrange(256)]) + record[begin + 1 :]
        case "double":
            return record[:end] + record[begin:end] * random.choice((1, 20)) + record[end:]
        case _:
            return record[:begin] + record[end:]
