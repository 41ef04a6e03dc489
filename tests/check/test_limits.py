"""Whatever a stranger sends, the check answers: in bounded time and memory, without a traceback.

Each site here is checked by a process of its own that gets little memory and little time.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders import IDEA, REPOSITORY, as_file, product, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEMORY = 1_500_000_000
SECONDS = 20
COMMAND = "from brugwerk.command import main; main()"
ATTACHED = "products/proefles/files"
DRAFT = as_file(product())


def front(yaml: str) -> str:
    return DRAFT.replace("---\n", f"---\n{yaml}\n", 1)


def bomb(levels: int) -> str:
    """Lists that name the list before them nine times each."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def of(content: str, file: str = IDEA) -> Callable[[Path], None]:
    return lambda root: (root / file).write_text(content)  # type: ignore[return-value]


def large(name: str, size: int, head: bytes = b"") -> Callable[[Path], None]:
    def prepare(root: Path) -> None:
        with (root / name).open("wb") as stream:
            stream.write(head)
            stream.truncate(size)

    return prepare


def crowd(folder: str, number: int) -> Callable[[Path], None]:
    def prepare(root: Path) -> None:
        (root / folder).mkdir(exist_ok=True)
        for at in range(number):
            os.mknod(root / folder / f"{at}.png")

    return prepare


def deep_folders(root: Path) -> None:
    (root / ATTACHED / "/".join(["dieper"] * 400)).mkdir(parents=True)


def pipe(root: Path) -> None:
    (root / IDEA).unlink()
    os.mkfifo(root / IDEA)


def device(root: Path) -> None:
    (root / IDEA).unlink()
    (root / IDEA).symlink_to("/dev/zero")


DEEP = 100_000
HOSTILE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "alias bomb": ("BW009", of(front(bomb(12)))),
    "brackets": ("BW012", of(front("a: " + "[" * DEEP))),
    "braces": ("BW012", of(front("a: " + "{a: " * DEEP))),
    "lists in lists on one line": ("BW012", of(front("a:\n  " + "- " * DEEP))),
    "keys in keys on one line": ("BW012", of(front("? " * DEEP))),
    "lists in lists by indent": (
        "BW012", of(front("a:\n" + "\n".join(" " * n + "-" for n in range(1, 1_300))))
    ),
    "keys in keys by indent": (
        "BW012", of(front("\n".join(" " * n + "a:" for n in range(1_300))))
    ),
    "front matter of fifty megabytes": ("BW011", large(IDEA, 50_000_000, b"---\ntitle: x\n")),
    "text of fifty megabytes": ("BW011", large(IDEA, 50_000_000, DRAFT.encode())),
    "line of ten megabytes": ("BW011", of(DRAFT + "x" * 10_000_000)),
    "line of almost a megabyte": ("BW888", of(DRAFT + "x" * 990_000)),
    "thirty thousand keys": ("BW102", of(front("\n".join(f"k{n}: x" for n in range(30_000))))),
    "table of ten thousand columns": (
        "BW889", of(DRAFT + "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n")
    ),
    "table of a hundred thousand rows": ("BW888", of(DRAFT + "|a|b|\n" + "|c|d|\n" * 99_000)),
    "open brackets": ("BW888", of(DRAFT + "[" * 900_000)),
    "quotations without end": ("BW804", of(DRAFT + "\n" + ">" * 90_000)),
    "attachment of a hundred megabytes": ("BW310", large(f"{ATTACHED}/w.pdf", 100_000_000)),
    "a hundred thousand files": ("BW886", crowd(ATTACHED, 100_000)),
    "folders in each other": ("BW885", deep_folders),
    "pipe in the place of a record": ("BW001", pipe),
    "device in the place of a record": ("BW017", device),
}  # fmt: skip


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COMMAND, "check", "--root", str(root)],
        cwd=REPOSITORY,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=10 * SECONDS,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are those of POSIX")
@pytest.mark.parametrize("name", HOSTILE)
def test_the_check_answers_within_its_limits(name: str, tmp_path: Path) -> None:
    code, prepare = HOSTILE[name]
    root = write_site(tmp_path, {})
    prepare(root)
    done = check(root)
    assert done.returncode == 1, done.stdout[-300:] + done.stderr[-1_000:]
    assert f" {code}" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
